/** What commands measure with. */
@NullMarked
package eu.passage.jobs.measure;

import org.jspecify.annotations.NullMarked;
