@NullMarked
package eu.passage.schemas.audit;

import org.jspecify.annotations.NullMarked;
