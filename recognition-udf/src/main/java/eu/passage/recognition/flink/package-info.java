@NullMarked
package eu.passage.recognition.flink;

import org.jspecify.annotations.NullMarked;
