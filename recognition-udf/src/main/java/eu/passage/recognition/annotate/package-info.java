/** Draws what was recognised into a copy of the picture. */
@NullMarked
package eu.passage.recognition.annotate;

import org.jspecify.annotations.NullMarked;
