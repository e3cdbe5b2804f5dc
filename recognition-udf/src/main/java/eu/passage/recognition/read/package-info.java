@NullMarked
package eu.passage.recognition.read;

import org.jspecify.annotations.NullMarked;
