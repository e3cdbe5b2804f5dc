/** Asks rules about the past of a vehicle, or of vehicles together. */
@NullMarked
package eu.passage.cep.engine;

import org.jspecify.annotations.NullMarked;
