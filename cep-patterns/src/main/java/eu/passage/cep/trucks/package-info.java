/** Which vehicles are trucks, and what the cameras of a charging point saw of each. */
@NullMarked
package eu.passage.cep.trucks;

import org.jspecify.annotations.NullMarked;
