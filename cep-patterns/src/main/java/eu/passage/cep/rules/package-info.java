@NullMarked
package eu.passage.cep.rules;

import org.jspecify.annotations.NullMarked;
