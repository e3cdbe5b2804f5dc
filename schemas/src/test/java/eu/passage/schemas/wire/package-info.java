@NullMarked
package eu.passage.schemas.wire;

import org.jspecify.annotations.NullMarked;
