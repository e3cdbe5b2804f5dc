@NullMarked
package eu.passage.schemas.registry;

import org.jspecify.annotations.NullMarked;
