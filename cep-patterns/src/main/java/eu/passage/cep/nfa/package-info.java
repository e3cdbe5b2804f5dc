@NullMarked
package eu.passage.cep.nfa;

import org.jspecify.annotations.NullMarked;
