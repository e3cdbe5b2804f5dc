/**
 * The predicates of the rule language: CEL parses and type-checks them, and what it checked is
 * lowered to closures over codes. CEL itself does not run: that would cost some microseconds for
 * each question instead of nanoseconds.
 */
@NullMarked
package eu.passage.cep.predicate;

import org.jspecify.annotations.NullMarked;
