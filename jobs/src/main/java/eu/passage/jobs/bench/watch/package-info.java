/**
 * {@code passage bench watch}: a simulated month against a list of ten thousand, with the reader's
 * own errors. {@code ReaderErrors} errs, {@code WatchMonth} is the traffic, {@code MonthJob} runs
 * the detection job's operators over it, {@code PlainMatching} is what others do.
 */
@NullMarked
package eu.passage.jobs.bench.watch;

import org.jspecify.annotations.NullMarked;
