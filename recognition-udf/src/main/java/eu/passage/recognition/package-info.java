@NullMarked
package eu.passage.recognition;

import org.jspecify.annotations.NullMarked;
