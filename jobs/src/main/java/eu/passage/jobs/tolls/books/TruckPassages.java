package eu.passage.jobs.tolls.books;

import eu.passage.avro.TruckPassage;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.schemas.Topic;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What passed, as the topic {@code truck-passages} still tells it. */
public final class TruckPassages {

  private TruckPassages() {}

  /**
   * Ids of the passages of some days by charging point. Empty where they are not all there any
   * more: the topic is kept for a shorter time than the events are.
   *
   * @throws eu.passage.jobs.kafka.NoAnswerException when the broker does not answer
   */
  public static Optional<Map<String, Set<String>>> of(PassageConfig config, Days days) {
    Map<String, Set<String>> ids = new TreeMap<>();
    Set<String> reachBack = new TreeSet<>();
    try (var topic = new CompactedTopic<>(config, Topic.TRUCK_PASSAGES, TruckPassage.class)) {
      topic.toEnd(
          entry ->
              entry
                  .value()
                  .ifPresent(
                      passage -> {
                        String point = passage.getChargingPoint();
                        if (days.has(passage.getAt())) {
                          ids.computeIfAbsent(point, key -> new HashSet<>())
                              .add(passage.getPassageId());
                        } else if (passage.getAt().isBefore(days.start())) {
                          reachBack.add(point);
                        }
                      }));
      boolean isThere =
          topic.isWhole() || (!reachBack.isEmpty() && reachBack.containsAll(ids.keySet()));
      return isThere ? Optional.of(ids) : Optional.empty();
    }
  }
}
