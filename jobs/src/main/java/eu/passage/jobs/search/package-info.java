/** Who may look for past passages, how far back, and what the audit is told of it. */
@NullMarked
package eu.passage.jobs.search;

import org.jspecify.annotations.NullMarked;
