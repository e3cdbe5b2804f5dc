/** A passage as rules see it: small numbers instead of texts, so that a vehicle's past is cheap. */
@NullMarked
package eu.passage.cep.facts;

import org.jspecify.annotations.NullMarked;
