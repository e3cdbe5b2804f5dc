@NullMarked
package eu.passage.schemas.plates;

import org.jspecify.annotations.NullMarked;
