/** The operators of the toll job. */
@NullMarked
package eu.passage.cep.flink.tolls;

import org.jspecify.annotations.NullMarked;
