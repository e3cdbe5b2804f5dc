/** Watch entries from the terminal: proposed, approved, corrected, withdrawn, listed. */
@NullMarked
package eu.passage.jobs.watch;

import org.jspecify.annotations.NullMarked;
