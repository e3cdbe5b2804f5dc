/** Who may read and write which topic. */
@NullMarked
package eu.passage.jobs.access;

import org.jspecify.annotations.NullMarked;
