/**
 * What stored toll events owe by other tariffs, and the corrections that follow; also where a
 * person decided one of them.
 */
@NullMarked
package eu.passage.cep.toll.rerate;

import org.jspecify.annotations.NullMarked;
