package eu.passage.jobs.tolls.review;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.rerate.Change;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a decision's corrections are handed in, and what the toll job tells of them is heard. */
record CorrectionsDesk(PassageConfig config) {

  /**
   * Hands them in and waits. Where it breaks in between, deciding again does the rest.
   *
   * @param patience how long to wait for the toll job; zero: not at all
   * @return the ids of those that it told
   */
  Set<String> ask(List<Change> changes, Duration patience) {
    try (var told = new CompactedTopic<>(config, Topic.TOLL_EVENTS, TollEvent.class)) {
      told.skipToEnd();
      try (var writer = new TopicWriter<>(config, Topic.TOLL_CORRECTIONS, TollEvent.class)) {
        changes.forEach(change -> writer.write(change.after()));
        writer.flush();
      }
      Set<String> missing = new HashSet<>();
      changes.forEach(change -> missing.add(change.after().getEventId()));
      Set<String> heard = new HashSet<>();
      long begun = System.nanoTime();
      while (!missing.isEmpty() && System.nanoTime() - begun < patience.toNanos()) {
        told.next()
            .forEach(
                entry ->
                    entry
                        .value()
                        .map(TollEvent::getEventId)
                        .filter(missing::remove)
                        .ifPresent(heard::add));
      }
      return heard;
    }
  }
}
