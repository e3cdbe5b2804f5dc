package eu.passage.cep.rules;

import eu.passage.avro.Passage;
import java.time.Instant;
import java.util.List;

/**
 * A rule that came true.
 *
 * @param evidence the passages of the match, oldest first
 * @param at the closing passage's time, or the moment an absence came true
 */
public record RuleHit(Rule rule, List<Passage> evidence, Instant at) {

  /** The passage that closed it; of an absence, the one that opened it. */
  public Passage closing() {
    return evidence.get(evidence.size() - 1);
  }
}
