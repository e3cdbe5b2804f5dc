@NullMarked
package eu.passage.cep;

import org.jspecify.annotations.NullMarked;
