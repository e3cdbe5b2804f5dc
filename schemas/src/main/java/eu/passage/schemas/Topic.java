package eu.passage.schemas;

import eu.passage.avro.Alert;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.Frame;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleStatus;
import eu.passage.avro.TollEvent;
import eu.passage.avro.WatchEntry;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * The Kafka topics and the record each one carries; the value's registry subject follows
 * TopicNameStrategy.
 */
public enum Topic {
  FRAMES("frames", Frame.class, Frame.getClassSchema(), false),
  OBSERVATIONS("observations", Observation.class, Observation.getClassSchema(), false),
  PASSAGES("passages", Passage.class, Passage.getClassSchema(), false),
  WATCHLIST("watchlist", WatchEntry.class, WatchEntry.getClassSchema(), true),
  RULES("rules", RuleSource.class, RuleSource.getClassSchema(), true),
  RULE_STATUS("rule-status", RuleStatus.class, RuleStatus.getClassSchema(), true),
  ALERTS("alerts", Alert.class, Alert.getClassSchema(), false),
  TOLL_EVENTS("toll-events", TollEvent.class, TollEvent.getClassSchema(), false),
  DEAD_LETTERS("dead-letters", DeadLetter.class, DeadLetter.getClassSchema(), false);

  private final String topicName;
  private final Class<? extends SpecificRecord> recordClass;
  private final Schema schema;
  private final boolean compacted;

  Topic(
      String topicName,
      Class<? extends SpecificRecord> recordClass,
      Schema schema,
      boolean compacted) {
    this.topicName = topicName;
    this.recordClass = recordClass;
    this.schema = schema;
    this.compacted = compacted;
  }

  /** The name on the broker. */
  public String topicName() {
    return topicName;
  }

  /** The generated class of its records. */
  public Class<? extends SpecificRecord> recordClass() {
    return recordClass;
  }

  /** The schema this build writes and reads. */
  public Schema schema() {
    return schema;
  }

  /** The registry subject of its values. */
  public String subject() {
    return topicName + "-value";
  }

  /** Whether the broker keeps the last record of a key for ever. */
  public boolean compacted() {
    return compacted;
  }
}
