/** {@code passage bans}: what trucks may not do, from a text file to the running job. */
@NullMarked
package eu.passage.jobs.bans;

import org.jspecify.annotations.NullMarked;
