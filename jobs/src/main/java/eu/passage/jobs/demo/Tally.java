package eu.passage.jobs.demo;

import eu.passage.avro.Alert;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.Frame;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.RuleSource;
import eu.passage.avro.TollEvent;
import eu.passage.avro.WatchEntry;
import eu.passage.schemas.Topic;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** Counts what came out, and what came out twice. Safe for use by many threads. */
public final class Tally {

  private final Map<Topic, Set<String>> ids = new EnumMap<>(Topic.class);
  private final Map<Topic, Integer> duplicates = new EnumMap<>(Topic.class);
  private final Map<String, Integer> alertsByRule = new TreeMap<>();
  private final Map<String, Integer> alertsByKind = new TreeMap<>();

  /**
   * Counts a record.
   *
   * @return false when its topic already gave one of the same id
   */
  public synchronized boolean add(SpecificRecord record) {
    Topic topic = topicOf(record);
    boolean first = ids.computeIfAbsent(topic, t -> new HashSet<>()).add(idOf(record));
    if (!first) {
      duplicates.merge(topic, 1, Integer::sum);
    } else if (record instanceof Alert alert) {
      alertsByRule.merge(alert.getRuleId(), 1, Integer::sum);
      alertsByKind.merge(alert.getKind().name(), 1, Integer::sum);
    }
    return first;
  }

  /** How many records with different ids a topic gave. */
  public synchronized int count(Topic topic) {
    return ids.getOrDefault(topic, Set.of()).size();
  }

  /** How many records came again under an id that their topic had already given. */
  public synchronized int duplicates() {
    return duplicates.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The same by topic; topics without any are left out. */
  public synchronized Map<Topic, Integer> duplicatesByTopic() {
    return new EnumMap<>(duplicates.isEmpty() ? new EnumMap<>(Topic.class) : duplicates);
  }

  /** Alerts by rule, in the order of the rules' names. */
  public synchronized Map<String, Integer> alertsByRule() {
    return new TreeMap<>(alertsByRule);
  }

  /** Alerts by family. */
  public synchronized Map<String, Integer> alertsByKind() {
    return new TreeMap<>(alertsByKind);
  }

  private static String idOf(SpecificRecord record) {
    if (record instanceof Frame frame) {
      return frame.getFrameId();
    } else if (record instanceof Observation observation) {
      return observation.getObservationId();
    } else if (record instanceof Passage passage) {
      return passage.getPassageId();
    } else if (record instanceof Alert alert) {
      return alert.getAlertId();
    } else if (record instanceof TollEvent event) {
      return event.getEventId();
    } else if (record instanceof DeadLetter letter) {
      return letter.getDeadLetterId();
    } else if (record instanceof WatchEntry entry) {
      return entry.getEntryId() + "/" + entry.getVersion();
    } else if (record instanceof RuleSource rule) {
      return rule.getRuleId() + "/" + rule.getVersion();
    }
    throw new IllegalArgumentException("no topic carries a " + record.getSchema().getFullName());
  }

  private static Topic topicOf(SpecificRecord record) {
    for (Topic topic : Topic.values()) {
      if (topic.recordClass().isInstance(record)) {
        return topic;
      }
    }
    throw new IllegalArgumentException("no topic carries a " + record.getSchema().getFullName());
  }
}
