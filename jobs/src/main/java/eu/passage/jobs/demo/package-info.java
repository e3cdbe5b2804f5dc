/** The demonstration: simulated cameras before a real platform, and what a person sees of it. */
@NullMarked
package eu.passage.jobs.demo;

import org.jspecify.annotations.NullMarked;
