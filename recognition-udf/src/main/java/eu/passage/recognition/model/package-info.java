@NullMarked
package eu.passage.recognition.model;

import org.jspecify.annotations.NullMarked;
