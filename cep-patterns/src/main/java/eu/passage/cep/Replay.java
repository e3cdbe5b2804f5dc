package eu.passage.cep;

import eu.passage.avro.RuleSource;
import eu.passage.cep.facts.PassageFacts;
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
   * @param rules in force from the first passage on; each must compile
   * @param settings its own rules are not asked
   */
  public static DataStream<RuleAlert> replay(
      DataStream<PassageFacts> passages, List<RuleSource> rules, DetectionSettings settings) {
    throw new UnsupportedOperationException();
  }
}
