/**
 * Traffic over the border that never happened: a seeded timeline of passages with the whole truth
 * about them, and an oracle that says which alerts and toll events must come of it.
 */
@NullMarked
package eu.passage.jobs.scenario;

import org.jspecify.annotations.NullMarked;
