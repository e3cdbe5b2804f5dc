package eu.passage.schemas;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.AuditRecord;
import eu.passage.avro.CameraCount;
import eu.passage.avro.ControlEvent;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.Frame;
import eu.passage.avro.Notice;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleStatus;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TruckPassage;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchListMaking;
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
  /** Rows of bulk lists. Apart, so that what one person asks for never waits for a million rows. */
  WATCH_LISTS("watch-lists", WatchEntry.class, WatchEntry.getClassSchema(), true),
  LIST_MAKINGS("list-makings", WatchListMaking.class, WatchListMaking.getClassSchema(), true),
  WATCH_EVENTS("watch-events", WatchEvent.class, WatchEvent.getClassSchema(), false),
  RULES("rules", RuleSource.class, RuleSource.getClassSchema(), true),
  RULE_STATUS("rule-status", RuleStatus.class, RuleStatus.getClassSchema(), true),
  ALERTS("alerts", Alert.class, Alert.getClassSchema(), false),
  ALERT_ACTIONS("alert-actions", AlertAction.class, AlertAction.getClassSchema(), false),
  ALERT_UPDATES("alert-updates", AlertUpdate.class, AlertUpdate.getClassSchema(), false),
  /** One topic for each recipient: {@link #noticesOf}. */
  NOTICES("notices", Notice.class, Notice.getClassSchema(), false),
  AUDIT("audit", AuditRecord.class, AuditRecord.getClassSchema(), false),
  TRUCK_PASSAGES("truck-passages", TruckPassage.class, TruckPassage.getClassSchema(), false),
  TOLL_EVENTS("toll-events", TollEvent.class, TollEvent.getClassSchema(), false),
  /** Events without a sequence that people and re-rating ask for. */
  TOLL_CORRECTIONS("toll-corrections", TollEvent.class, TollEvent.getClassSchema(), false),
  /** Numbers of all vehicles: they leave no other trace on the toll path. */
  CAMERA_COUNTS("camera-counts", CameraCount.class, CameraCount.getClassSchema(), false),
  CONTROL_EVENTS("control-events", ControlEvent.class, ControlEvent.getClassSchema(), false),
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

  /** The name on the broker of what one recipient alone is told, such as notices-police-be. */
  public static String noticesOf(String recipient) {
    return NOTICES.topicName + "-" + recipient;
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
    return subjectOf(topicName);
  }

  /** The registry subject of a topic's values, by the topic's name on the broker. */
  public static String subjectOf(String topicName) {
    return topicName + "-value";
  }

  /** Whether the broker keeps the last record of a key for ever. */
  public boolean compacted() {
    return compacted;
  }
}
