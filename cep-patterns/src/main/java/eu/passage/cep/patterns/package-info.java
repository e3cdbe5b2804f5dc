@NullMarked
package eu.passage.cep.patterns;

import org.jspecify.annotations.NullMarked;
