/** Measures recognition: on photographs, and on simulated passages after fusion. */
@NullMarked
package eu.passage.jobs.evaluate;

import org.jspecify.annotations.NullMarked;
