package eu.passage.jobs.tolls.books;

import eu.passage.avro.CameraCount;
import eu.passage.cep.counts.Slots;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.time.Instant;

/** What the topic camera-counts holds of a time, as far as it is committed. */
public final class CountReader {

  /** A slot is written after it is over; so much may the clocks of cameras and broker differ. */
  private static final Duration CLOCKS = Duration.ofDays(1);

  private final PassageConfig config;

  public CountReader(PassageConfig config) {
    this.config = config;
  }

  /**
   * The slots that begin within a time.
   *
   * @param until exclusive
   * @throws eu.passage.jobs.kafka.NoAnswerException when the broker or the registry does not answer
   */
  public Slots between(Instant from, Instant until) {
    Slots slots = new Slots();
    try (CompactedTopic<CameraCount> topic =
        new CompactedTopic<>(config, Topic.CAMERA_COUNTS, CameraCount.class)) {
      topic.skipTo(from.minus(CLOCKS));
      topic.toEnd(
          entry ->
              entry
                  .value()
                  .filter(count -> !count.getStartsAt().isBefore(from))
                  .filter(count -> count.getStartsAt().isBefore(until))
                  .ifPresent(slots::add));
    }
    return slots;
  }
}
