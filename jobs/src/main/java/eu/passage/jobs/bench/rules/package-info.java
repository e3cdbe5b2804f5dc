/**
 * {@code passage bench rules}: what rules cost beside stock flink-cep and beside nothing at all.
 */
@NullMarked
package eu.passage.jobs.bench.rules;

import org.jspecify.annotations.NullMarked;
