/** Tries rules on recorded passages: reads them, runs the rules' own operators, tells what came. */
@NullMarked
package eu.passage.jobs.backtest;

import org.jspecify.annotations.NullMarked;
