@NullMarked
package eu.passage.recognition.detect;

import org.jspecify.annotations.NullMarked;
