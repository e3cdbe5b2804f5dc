package eu.passage.jobs.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchListMaking;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.jobs.kafka.NoAnswerException;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.util.function.Consumer;

/** What the topics hold of bulk lists, read anew each time. */
final class ListTopics {

  private final PassageConfig config;

  ListTopics(PassageConfig config) {
    this.config = config;
  }

  /**
   * All that is committed of a list by now. Imports of other lists hide what is behind them until
   * they are through.
   *
   * @param patience how long they may take
   */
  KnownList known(String list, Duration patience) {
    KnownList known = new KnownList(list);
    try (var people = people();
        var rows = rows();
        var makings = makings()) {
      boolean whole =
          rows.toWritten(patience, row -> row.value().ifPresent(known::entry))
              && makings.toWritten(patience, making -> making.value().ifPresent(known::making));
      if (!whole) {
        throw new NoAnswerException(
            "Another import is not through after %s: try again later.".formatted(patience),
            new IllegalStateException("a transaction is open"));
      }
      people.toEnd(entry -> entry.value().ifPresent(known::entry));
    }
    return known;
  }

  /** Every version of every row that is committed, and what people did with rows. */
  void read(Consumer<WatchEntry> reader) {
    try (var people = people();
        var rows = rows()) {
      rows.toEnd(row -> row.value().ifPresent(reader));
      people.toEnd(entry -> entry.value().ifPresent(reader));
    }
  }

  /** The makings of all lists; of one list in order. */
  void readMakings(Consumer<WatchListMaking> reader) {
    try (var makings = makings()) {
      makings.toEnd(making -> making.value().ifPresent(reader));
    }
  }

  private CompactedTopic<WatchEntry> people() {
    return new CompactedTopic<>(config, Topic.WATCHLIST, WatchEntry.class);
  }

  private CompactedTopic<WatchEntry> rows() {
    return new CompactedTopic<>(config, Topic.WATCH_LISTS, WatchEntry.class);
  }

  private CompactedTopic<WatchListMaking> makings() {
    return new CompactedTopic<>(config, Topic.LIST_MAKINGS, WatchListMaking.class);
  }
}
