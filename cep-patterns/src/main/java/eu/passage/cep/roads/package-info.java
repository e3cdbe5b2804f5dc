/** Where a vehicle can be next, and how soon. Plain Java. */
@NullMarked
package eu.passage.cep.roads;

import org.jspecify.annotations.NullMarked;
