/** {@code passage tolls rerate}: stored toll events rated again by other tariffs. */
@NullMarked
package eu.passage.jobs.tolls.rerate;

import org.jspecify.annotations.NullMarked;
