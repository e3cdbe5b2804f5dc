package eu.passage.jobs.tolls.books;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.reconcile.Copy;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What is committed on the topic {@code toll-events}, up to its end when it is asked. For days and
 * numbers at once it begins with what was written on the first of the days: numbers that were given
 * before are to be asked for alone.
 */
public record TopicBook(PassageConfig config) implements TollBook {

  /** A camera's clock may be ahead of the broker's. */
  private static final Duration CLOCKS_APART = Duration.ofHours(1);

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
      wanted.days().flatMap(TopicBook::writtenFrom).ifPresent(topic::skipTo);
      topic.toEnd(
          key -> anyPoint || points.contains(key),
          entry -> entry.value().filter(wanted::takes).ifPresent(reader));
    }
  }

  /** No event is written before its truck passed, unless somebody tries out days to come. */
  private static Optional<Instant> writtenFrom(Days days) {
    Instant earliest = days.start().minus(CLOCKS_APART);
    return earliest.isBefore(Instant.now()) ? Optional.of(earliest) : Optional.empty();
  }
}
