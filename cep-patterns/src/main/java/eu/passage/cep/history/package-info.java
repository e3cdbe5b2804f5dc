@NullMarked
package eu.passage.cep.history;

import org.jspecify.annotations.NullMarked;
