/** {@code passage bench tolls}: what the toll path sustains. */
@NullMarked
package eu.passage.jobs.bench.tolls;

import org.jspecify.annotations.NullMarked;
