@NullMarked
package eu.passage.recognition.bench;

import org.jspecify.annotations.NullMarked;
