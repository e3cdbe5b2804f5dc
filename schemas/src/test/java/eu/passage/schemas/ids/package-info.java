@NullMarked
package eu.passage.schemas.ids;

import org.jspecify.annotations.NullMarked;
