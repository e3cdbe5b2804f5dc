@NullMarked
package eu.passage.cep.fusion;

import org.jspecify.annotations.NullMarked;
