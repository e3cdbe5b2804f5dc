/** The audit's hash chains: what the next link holds, and whether a row of links is whole. */
@NullMarked
package eu.passage.schemas.audit;

import org.jspecify.annotations.NullMarked;
