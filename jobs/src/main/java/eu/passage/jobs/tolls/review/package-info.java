/** {@code passage tolls review}: toll events that wait for a person, and what persons decide. */
@NullMarked
package eu.passage.jobs.tolls.review;

import org.jspecify.annotations.NullMarked;
