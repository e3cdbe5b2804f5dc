package eu.passage.cep.flink;

import eu.passage.avro.CountedVehicle;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.Passage;
import eu.passage.avro.RuleStatus;
import eu.passage.avro.WatchEvent;
import org.apache.flink.util.OutputTag;

/** What the operators tell besides their main stream. */
final class SideOutputs {

  static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", StreamTypes.DEAD_LETTER);

  /** Passages that are no repetition of one already known. */
  static final OutputTag<Passage> PASSAGES = new OutputTag<>("passages", StreamTypes.PASSAGE);

  /** What may be part of travelling together. */
  static final OutputTag<Candidate> CANDIDATES =
      new OutputTag<>("candidates", StreamTypes.CANDIDATE);

  /** Looks at vehicles whose plate was not read. */
  static final OutputTag<CountedVehicle> NOT_READ =
      new OutputTag<>("not-read", StreamTypes.COUNTED_VEHICLE);

  /** How rules fare. */
  static final OutputTag<RuleStatus> RULE_STATUS =
      new OutputTag<>("rule-status", StreamTypes.RULE_STATUS);

  /** What becomes of watch entries. */
  static final OutputTag<WatchEvent> WATCH_EVENTS =
      new OutputTag<>("watch-events", StreamTypes.WATCH_EVENT);

  private SideOutputs() {}
}
