/** Copies of toll events that are kept outside Kafka: a table in PostgreSQL, and Parquet files. */
@NullMarked
package eu.passage.jobs.archive;

import org.jspecify.annotations.NullMarked;
