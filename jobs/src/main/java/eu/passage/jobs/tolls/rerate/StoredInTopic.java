package eu.passage.jobs.tolls.rerate;

import eu.passage.avro.TollEvent;
import eu.passage.jobs.RerateJob;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.jobs.kafka.KafkaTopics;
import eu.passage.schemas.Topic;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What is committed on the topic, up to its end when the job begins. All of it is read: a topic is
 * not sorted by days. What cannot be read there is no event; the toll job wrote none such.
 *
 * @param firstDay of the earliest passage; empty where all is there that ever was
 */
record StoredInTopic(PassageConfig config, Optional<LocalDate> firstDay, boolean beginsWithTheFirst)
    implements StoredTolls {

  static StoredInTopic of(PassageConfig config) {
    ZoneId zone = config.tollArchive().zoneId();
    LocalDate[] first = {null};
    try (var topic = new CompactedTopic<>(config, Topic.TOLL_EVENTS, TollEvent.class)) {
      if (topic.isWhole()) {
        return new StoredInTopic(config, Optional.empty(), true);
      }
      topic.toEnd(
          entry ->
              entry
                  .value()
                  .map(event -> LocalDate.ofInstant(event.getAt(), zone))
                  .filter(day -> first[0] == null || day.isBefore(first[0]))
                  .ifPresent(day -> first[0] = day));
      return new StoredInTopic(config, Optional.ofNullable(first[0]), false);
    }
  }

  @Override
  public String text() {
    return "the topic %s at %s"
        .formatted(Topic.TOLL_EVENTS.topicName(), config.kafka().bootstrapServers());
  }

  @Override
  public boolean isEmptySince(LocalDate since) {
    return false; // nobody knows before it is read
  }

  @Override
  public DataStream<TollEvent> open(StreamExecutionEnvironment env, LocalDate since) {
    return new KafkaTopics(env, config, RerateJob.NAME)
        .recorded(Topic.TOLL_EVENTS, TollEvent.class)
        .records();
  }
}
