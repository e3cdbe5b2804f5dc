@NullMarked
package eu.passage.recognition.image;

import org.jspecify.annotations.NullMarked;
