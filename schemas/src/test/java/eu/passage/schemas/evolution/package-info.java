@NullMarked
package eu.passage.schemas.evolution;

import org.jspecify.annotations.NullMarked;
