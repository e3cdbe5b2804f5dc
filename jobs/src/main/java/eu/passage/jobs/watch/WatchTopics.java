package eu.passage.jobs.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchStep;
import eu.passage.cep.watch.EntryVersions;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The running system as somebody meets it who asks for a vehicle: the topic that entries go into,
 * the one with the rows of lists, and the one on which the job tells what became of them. What a
 * person changes goes into the first, also of a row of a list: it must not wait until an import is
 * through. For one thread.
 */
final class WatchTopics implements AutoCloseable {

  private final PassageConfig config;
  private final CompactedTopic<WatchEntry> entries;
  private final CompactedTopic<WatchEntry> rows;
  private final CompactedTopic<WatchEvent> events;

  /**
   * Finds the topics.
   *
   * @throws eu.passage.jobs.kafka.NoAnswerException when nobody answers
   */
  WatchTopics(PassageConfig config) {
    this.config = config;
    entries = new CompactedTopic<>(config, Topic.WATCHLIST, WatchEntry.class);
    try {
      rows = new CompactedTopic<>(config, Topic.WATCH_LISTS, WatchEntry.class);
    } catch (RuntimeException e) {
      entries.close();
      throw e;
    }
    try {
      events = new CompactedTopic<>(config, Topic.WATCH_EVENTS, WatchEvent.class);
    } catch (RuntimeException e) {
      entries.close();
      rows.close();
      throw e;
    }
  }

  /** The system that the topics are of. */
  PassageConfig config() {
    return config;
  }

  /**
   * Every version of every entry that the topics still hold; those of one topic in order, see
   * {@link EntryVersions}.
   */
  void read(Consumer<WatchEntry> reader) {
    entries.toEnd(entry -> entry.value().ifPresent(reader));
    rows.toEnd(entry -> entry.value().ifPresent(reader));
  }

  /** The newest version of an entry; of a million entries only this one is looked at. */
  Optional<WatchEntry> find(String entryId) {
    KnownEntries known = new KnownEntries();
    entries.toEnd(entryId::equals, entry -> entry.value().ifPresent(known::entry));
    if (known.find(entryId).filter(entry -> entry.getList().isEmpty()).isEmpty()) {
      rows.toEnd(entryId::equals, entry -> entry.value().ifPresent(known::entry));
    }
    return known.find(entryId);
  }

  /** Everything that was told of entries up to now. */
  void readEvents(Consumer<WatchEvent> reader) {
    events.toEnd(event -> event.value().ifPresent(reader));
  }

  /** What was told of one of them. */
  void readEvents(String entryId, Consumer<WatchEvent> reader) {
    events.toEnd(entryId::equals, event -> event.value().ifPresent(reader));
  }

  /** Writes entries; they are with the broker when this returns, and answers are listened for. */
  void write(List<WatchEntry> versions) {
    events.skipToEnd();
    try (TopicWriter<WatchEntry> writer =
        new TopicWriter<>(config, Topic.WATCHLIST, WatchEntry.class)) {
      versions.forEach(writer::write);
      writer.flush();
    }
  }

  /**
   * Waits until the job tells a step of an entry's version, or refuses it.
   *
   * @return empty when the time is up
   */
  Optional<WatchEvent> await(WatchEntry entry, WatchStep step, Duration patience) {
    Predicate<WatchEvent> answers =
        event ->
            event.getEntryId().equals(entry.getEntryId())
                && event.getVersion() == entry.getVersion()
                && (event.getStep() == step || event.getStep() == WatchStep.REFUSED);
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < patience.toNanos()) {
      Optional<WatchEvent> answer =
          events.next(entry.getEntryId()::equals).stream()
              .flatMap(event -> event.value().stream())
              .filter(answers)
              .findFirst();
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    entries.close();
    rows.close();
    events.close();
  }
}
