/** {@code passage rules …}: what an analyst does with rules, from a file to a running job. */
@NullMarked
package eu.passage.jobs.rules;

import org.jspecify.annotations.NullMarked;
