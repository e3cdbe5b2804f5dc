/** What a back-test found, for people: a table on the terminal, a page to read and to print. */
@NullMarked
package eu.passage.jobs.backtest.report;

import org.jspecify.annotations.NullMarked;
