package eu.passage.cep.rules;

import eu.passage.avro.Passage;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.cep.pattern.Pattern;

/**
 * What an analyst wants to be told, over the passages of one vehicle. A rule keeps no state: it is
 * asked about the vehicle's history, so a new rule sees the past at once and a changed or removed
 * one leaves nothing behind.
 *
 * <p>Its alert is raised at the passage that closes a match, once per closing passage however many
 * matches end there; the match with the most recent passages is the evidence.
 */
public interface Rule extends Serializable {

  /** Who it is and whom it tells. */
  RuleHeader header();

  /** The cheap questions before the pattern runs. */
  Guard guard();

  /**
   * The pattern, in flink-cep's own words; its {@code within} is the header's. It is compiled once
   * per operator and run with no after-match skip.
   */
  Pattern<Passage, ?> pattern();

  /**
   * One sentence for people that says why.
   *
   * @param evidence the passages of the match, oldest first
   */
  String reason(List<Passage> evidence);
}
