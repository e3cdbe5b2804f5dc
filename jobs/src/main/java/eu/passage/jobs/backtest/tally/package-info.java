/** What a back-test counts, in memory that does not grow with the number of alerts. */
@NullMarked
package eu.passage.jobs.backtest.tally;

import org.jspecify.annotations.NullMarked;
