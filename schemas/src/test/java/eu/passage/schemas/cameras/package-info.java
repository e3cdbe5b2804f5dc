@NullMarked
package eu.passage.schemas.cameras;

import org.jspecify.annotations.NullMarked;
