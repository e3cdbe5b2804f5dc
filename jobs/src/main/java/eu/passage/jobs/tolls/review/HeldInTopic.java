package eu.passage.jobs.tolls.review;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.TollDraft;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What is committed on the topic; each question reads it once, and keeps what it asks for. */
record HeldInTopic(PassageConfig config) implements HeldEvents {

  @Override
  public List<TollEvent> waiting(Instant askedSince) {
    Map<String, TollEvent> waiting = new HashMap<>();
    read(
        event -> {
          // of one point they come in order: what is corrected stands before its correction
          if (event.getCorrects() != null) {
            waiting.remove(event.getCorrects());
          }
          if (Waiting.waits(event, askedSince)) {
            waiting.put(event.getEventId(), event);
          }
        });
    return waiting.values().stream().sorted(Waiting.OLDEST_FIRST).toList();
  }

  @Override
  public Optional<TollEvent> find(String eventId) {
    List<TollEvent> found = new ArrayList<>();
    read(
        event -> {
          if (event.getEventId().equals(eventId)) {
            found.add(event);
          }
        });
    return found.stream().findFirst();
  }

  @Override
  public List<TollEvent> ofVehicle(TollEvent event, Duration around) {
    String vehicle = TollDraft.vehicle(event);
    Instant from = event.getAt().minus(around);
    Instant to = event.getAt().plus(around);
    List<TollEvent> found = new ArrayList<>();
    read(
        one -> {
          if (!one.getAt().isBefore(from)
              && !one.getAt().isAfter(to)
              && TollDraft.vehicle(one).equals(vehicle)) {
            found.add(one);
          }
        });
    return found;
  }

  private void read(Consumer<TollEvent> reader) {
    try (var topic = new CompactedTopic<>(config, Topic.TOLL_EVENTS, TollEvent.class)) {
      topic.toEnd(entry -> entry.value().ifPresent(reader));
    }
  }
}
