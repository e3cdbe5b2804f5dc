@NullMarked
package eu.passage.schemas;

import org.jspecify.annotations.NullMarked;
