/** {@code passage tolls}: what people do about toll events. */
@NullMarked
package eu.passage.jobs.tolls;

import org.jspecify.annotations.NullMarked;
