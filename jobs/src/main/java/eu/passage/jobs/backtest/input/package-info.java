/**
 * Recorded passages, however they were kept: what can be read comes out, what cannot is counted.
 */
@NullMarked
package eu.passage.jobs.backtest.input;

import org.jspecify.annotations.NullMarked;
