/** Rules as text: YAML around CEL predicates, checked until nothing is left to go wrong. */
@NullMarked
package eu.passage.cep.language;

import org.jspecify.annotations.NullMarked;
