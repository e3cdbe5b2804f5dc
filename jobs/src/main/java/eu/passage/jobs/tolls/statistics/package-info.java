/**
 * A day's traffic for planners, in which no vehicle can be followed: {@code passage tolls export}.
 */
@NullMarked
package eu.passage.jobs.tolls.statistics;

import org.jspecify.annotations.NullMarked;
