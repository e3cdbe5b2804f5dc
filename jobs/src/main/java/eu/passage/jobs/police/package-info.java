/** What police and others who are told of alerts do with them: read, answer, forward, count. */
@NullMarked
package eu.passage.jobs.police;

import org.jspecify.annotations.NullMarked;
