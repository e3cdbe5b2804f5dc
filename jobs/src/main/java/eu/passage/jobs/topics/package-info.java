/** The topics of an installation, how they are cleaned up and how long they are kept. */
@NullMarked
package eu.passage.jobs.topics;

import org.jspecify.annotations.NullMarked;
