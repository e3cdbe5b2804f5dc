/**
 * {@code passage tolls reconcile}: whether a day's toll events agree in every copy, with the trucks
 * that passed, with each other and with the tariffs; the report of that, its keys and how it is
 * verified.
 *
 * <p>What a day needs of other days is read as well: the events of the same vehicles, since a cap
 * or a way joins them, and the numbers next to the day's in each sequence, since corrections of old
 * days stand between.
 */
@NullMarked
package eu.passage.jobs.tolls.reconcile;

import org.jspecify.annotations.NullMarked;
