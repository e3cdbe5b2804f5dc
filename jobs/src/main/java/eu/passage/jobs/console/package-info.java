/** What commands have in common: exit statuses, options, progress. */
@NullMarked
package eu.passage.jobs.console;

import org.jspecify.annotations.NullMarked;
