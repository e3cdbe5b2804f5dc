/**
 * {@code passage bench}: how fast recognition, rules and the watchlist are, and whether they stay
 * so.
 */
@NullMarked
package eu.passage.jobs.bench;

import org.jspecify.annotations.NullMarked;
