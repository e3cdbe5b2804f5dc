/** The audit as people write, prove, keep and read it. */
@NullMarked
package eu.passage.jobs.audit;

import org.jspecify.annotations.NullMarked;
