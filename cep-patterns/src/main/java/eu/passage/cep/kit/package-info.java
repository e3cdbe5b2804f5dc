/** Rules on trial: scenarios in, alerts out, without Flink. */
@NullMarked
package eu.passage.cep.kit;

import org.jspecify.annotations.NullMarked;
