@NullMarked
package eu.passage.cep.flink;

import org.jspecify.annotations.NullMarked;
