/** {@code passage bench}: how fast recognition is, and whether it stays so. */
@NullMarked
package eu.passage.jobs.bench;

import org.jspecify.annotations.NullMarked;
