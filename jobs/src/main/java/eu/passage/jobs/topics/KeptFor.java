package eu.passage.jobs.topics;

import eu.passage.jobs.config.ShippedData;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * How long each topic is kept: {@code topics.yaml}.
 *
 * @param kept by the topic's name
 */
record KeptFor(Map<String, Duration> kept) {

  /** What comes with the software. */
  static final KeptFor SHIPPED = ShippedData.read(KeptFor.class, "topics.yaml");

  /** Every topic that is not kept otherwise must be named, and no other. */
  KeptFor {
    kept = Map.copyOf(kept);
    List<String> named =
        Arrays.stream(Topic.values())
            .filter(topic -> topic != Topic.NOTICES && !topic.compacted())
            .map(Topic::topicName)
            .sorted()
            .toList();
    List<String> given = List.copyOf(new TreeSet<>(kept.keySet()));
    if (!given.equals(named)) {
      throw new IllegalArgumentException("kept names %s, and must name %s".formatted(given, named));
    }
    kept.forEach(
        (topic, span) -> {
          if (span.isZero()) {
            throw new IllegalArgumentException(topic + " must be kept for some time");
          }
        });
  }

  /** How long a topic is kept; to be asked of those that must be named. */
  Duration of(Topic topic) {
    return Objects.requireNonNull(kept.get(topic.topicName()), topic.topicName());
  }
}
