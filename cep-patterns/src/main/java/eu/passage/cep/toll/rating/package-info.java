/** What passages of a vehicle owe: pure functions of passages, facts of the vehicle and tariffs. */
@NullMarked
package eu.passage.cep.toll.rating;

import org.jspecify.annotations.NullMarked;
