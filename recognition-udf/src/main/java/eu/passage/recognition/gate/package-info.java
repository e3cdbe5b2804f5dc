@NullMarked
package eu.passage.recognition.gate;

import org.jspecify.annotations.NullMarked;
