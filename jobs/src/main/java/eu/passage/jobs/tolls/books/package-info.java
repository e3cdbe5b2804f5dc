/**
 * Toll events read back from where they are kept: the topic, the table, the Parquet files; and what
 * the cameras counted meanwhile.
 *
 * <p>{@link eu.passage.jobs.tolls.books.TollBook#read} streams: what is read is not kept.
 */
@NullMarked
package eu.passage.jobs.tolls.books;

import org.jspecify.annotations.NullMarked;
