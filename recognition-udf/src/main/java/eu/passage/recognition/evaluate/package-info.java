/**
 * How good is recognition on pictures whose truth is known? One class for each set; they run the
 * code that recognises frames, and what they count becomes one table.
 */
@NullMarked
package eu.passage.recognition.evaluate;

import org.jspecify.annotations.NullMarked;
