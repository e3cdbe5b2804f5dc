package eu.passage.cep;

import eu.passage.avro.RuleSource;
import eu.passage.cep.engine.ActiveRule;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.flink.DetectionOperators;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Rules over recorded passages, by the operators that run them live. Made for batch mode, where
 * passages may come in any order.
 */
public final class Replay {

  private Replay() {}

  /**
   * Adds the operators.
   *
   * @param passages with timestamps; type {@code StreamTypes.PASSAGE_FACTS}
   * @param rules in force from the first passage on
   * @param settings its own rules are not asked, but those in Java are
   * @throws IllegalArgumentException when a rule does not compile
   */
  public static DataStream<RuleAlert> replay(
      DataStream<PassageFacts> passages, List<RuleSource> rules, DetectionSettings settings) {
    boolean together =
        settings.ruleBook(rules).rules().stream()
            .map(ActiveRule::rule)
            .anyMatch(rule -> rule.together() != null);
    return DetectionOperators.replay(passages, rules, together, settings);
  }
}
