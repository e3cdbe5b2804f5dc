/** How people write spans of time, and which word they probably meant. */
@NullMarked
package eu.passage.schemas.text;

import org.jspecify.annotations.NullMarked;
