@NullMarked
package eu.passage.recognition.classify;

import org.jspecify.annotations.NullMarked;
