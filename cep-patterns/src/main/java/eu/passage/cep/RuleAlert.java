package eu.passage.cep;

import eu.passage.cep.engine.Outcome;
import eu.passage.cep.facts.PassageFacts;
import java.util.List;

/**
 * What a replay says of one time that a rule came true.
 *
 * @param outcome whether people would have been told
 * @param at the closing passage's time, or the moment an absence came true; milliseconds since the
 *     epoch
 * @param passages the evidence, oldest first; of vehicles together the passages of all of them
 */
public record RuleAlert(
    String ruleId, int version, Outcome outcome, long at, List<PassageFacts> passages) {

  public RuleAlert {
    passages = List.copyOf(passages);
  }
}
