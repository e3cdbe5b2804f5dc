/** How many vehicles passed each camera: numbers alone, whatever the vehicles were. */
@NullMarked
package eu.passage.cep.counts;

import org.jspecify.annotations.NullMarked;
