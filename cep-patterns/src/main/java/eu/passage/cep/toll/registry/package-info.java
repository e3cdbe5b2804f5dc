/**
 * What a vehicle registry knows of a truck: out of a file or by HTTP. A registry that is down stops
 * nothing: it does not answer, and is asked again later.
 */
@NullMarked
package eu.passage.cep.toll.registry;

import org.jspecify.annotations.NullMarked;
