package eu.passage.cep.rules;

import eu.passage.avro.Passage;
import java.util.function.Predicate;

/**
 * The cheap questions asked before a pattern is run over a vehicle's history. A guard may be too
 * generous, never too strict: what the pattern matches must pass it. A property test holds each
 * rule against the stock CEP operator, which knows no guard.
 *
 * @param takesPart the passages the pattern is shown, each matching some step. Sound for relaxed
 *     contiguity ({@code followedBy}, {@code times}); a pattern with {@code next} must be shown all
 * @param opens what the first step of a match may be
 * @param closes what the last step may be; of a rule that an absence completes, the passage that is
 *     waited for
 * @param atLeast no match has fewer passages
 */
public record Guard(
    Predicate<Passage> takesPart,
    Predicate<Passage> opens,
    Predicate<Passage> closes,
    int atLeast) {

  /** For a pattern whose steps all ask the same. */
  public static Guard ofEqualSteps(Predicate<Passage> step, int atLeast) {
    return new Guard(step, step, step, atLeast);
  }
}
