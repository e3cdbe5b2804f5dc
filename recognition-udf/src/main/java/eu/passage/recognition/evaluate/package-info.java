@NullMarked
package eu.passage.recognition.evaluate;

import org.jspecify.annotations.NullMarked;
