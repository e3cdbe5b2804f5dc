package eu.passage.jobs.tolls.books;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.reconcile.Copy;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.schemas.Topic;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What is committed on the topic {@code toll-events}, up to its end when it is asked. */
public record TopicBook(PassageConfig config) implements TollBook {

  @Override
  public Copy copy() {
    return Copy.TOPIC;
  }

  @Override
  public String place() {
    return "topic %s at %s"
        .formatted(Topic.TOLL_EVENTS.topicName(), config.kafka().bootstrapServers());
  }

  @Override
  public void read(Wanted wanted, Consumer<TollEvent> reader) {
    Set<String> points =
        wanted.numbers().stream().map(Numbers::chargingPoint).collect(Collectors.toSet());
    boolean anyPoint = wanted.days().isPresent();
    try (var topic = new CompactedTopic<>(config, Topic.TOLL_EVENTS, TollEvent.class)) {
      topic.toEnd(
          key -> anyPoint || points.contains(key),
          entry -> entry.value().filter(wanted::takes).ifPresent(reader));
    }
  }
}
