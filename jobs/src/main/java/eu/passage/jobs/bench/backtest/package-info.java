/** {@code passage bench backtest}: how fast a month is tried. */
@NullMarked
package eu.passage.jobs.bench.backtest;

import org.jspecify.annotations.NullMarked;
