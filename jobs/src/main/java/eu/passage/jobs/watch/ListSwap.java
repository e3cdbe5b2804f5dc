package eu.passage.jobs.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ProgressBar;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.schemas.Topic;
import java.util.Optional;

/** A new making of a list takes the place of the one before, row by row. */
final class ListSwap {

  private static final int SHOWN_EVERY = 1_000;

  private final PassageConfig config;
  private final KnownList known;
  private final ProgressBar bar;
  private int added;
  private int changed;
  private int withdrawn;

  ListSwap(PassageConfig config, KnownList known, ProgressBar bar) {
    this.config = config;
    this.known = known;
    this.bar = bar;
  }

  /** Writes what is new or changed. */
  void write(ListFile source, ListRows rows, int count) throws ListFile.NoListException {
    int making = known.making() + 1;
    try (TopicWriter<WatchEntry> writer = writer()) {
      source.read(
          (number, row) -> {
            if (number % SHOWN_EVERY == 0) {
              bar.show(number, count, "rows");
            }
            WatchEntry entry = rows.entry(row);
            entry.setEntryId(known.entryId(entry.getCountry(), entry.getPlate()));
            entry.setListVersion(making);
            Optional<Integer> version = known.next(entry);
            if (version.isPresent()) {
              entry.setVersion(version.get());
              writer.write(entry);
              count(version.get());
            }
          });
      writer.flush();
    }
  }

  /**
   * Withdraws what the new making no longer has; the topic is read again for it.
   *
   * @param by who answers for the list
   */
  void withdrawMissing(String by) {
    bar.show(1, "withdrawing what is no longer on it");
    try (WatchTopics topics = new WatchTopics(config);
        TopicWriter<WatchEntry> writer = writer()) {
      topics.read(
          entry -> {
            if (known.isMissing(entry)) {
              withdrawn++;
              writer.write(
                  ExistingEntry.next(entry)
                      .setStatus(WatchStatus.WITHDRAWN)
                      .setWithdrawnBy(by)
                      .setWithdrawnBecause("no longer on the list " + entry.getList())
                      .build());
            }
          });
      writer.flush();
    }
  }

  int added() {
    return added;
  }

  int changed() {
    return changed;
  }

  int withdrawn() {
    return withdrawn;
  }

  private void count(int version) {
    if (version == 1) {
      added++;
    } else {
      changed++;
    }
  }

  private TopicWriter<WatchEntry> writer() {
    return new TopicWriter<>(config, Topic.WATCHLIST, WatchEntry.class);
  }
}
