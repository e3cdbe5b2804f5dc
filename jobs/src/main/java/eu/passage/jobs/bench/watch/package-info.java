/**
 * {@code passage bench watch}: how rightly and how soon police are told. {@code WatchMonth} is a
 * month's traffic and its list, {@code ReaderErrors} reads it as the reader was measured to, {@code
 * WatchJob} runs the detection job's operators over it. {@code MonthBench} holds what they find
 * against the truth and against {@code PlainMatching}, which is what others do; {@code CostBench}
 * measures what lists cost; {@code LiveBench} asks for vehicles while the demonstration runs.
 */
@NullMarked
package eu.passage.jobs.bench.watch;

import org.jspecify.annotations.NullMarked;
