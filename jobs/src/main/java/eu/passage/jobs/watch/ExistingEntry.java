package eu.passage.jobs.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import java.time.Instant;
import java.util.List;

/** What cannot be done with an entry that there is. */
final class ExistingEntry {

  private ExistingEntry() {}

  /** There is none of this name. */
  static List<String> unknown(String id) {
    return List.of("There is no watch entry '%s'; 'watch list' shows what there is.".formatted(id));
  }

  /** Why an entry can no longer be approved, corrected or withdrawn; empty where it can. */
  static List<String> over(WatchEntry entry, Instant now) {
    String id = entry.getEntryId();
    if (entry.getStatus() == WatchStatus.WITHDRAWN) {
      String by = entry.getCorrectedBy();
      return List.of(
          by == null
              ? id + " was withdrawn; propose a new one"
              : "%s was corrected: %s takes its place".formatted(id, by));
    } else if (!entry.getExpiresAt().isAfter(now)) {
      return List.of(
          "%s expired on %s; propose a new one"
              .formatted(id, EntryText.when(entry.getExpiresAt())));
    }
    return List.of();
  }

  /** The next version, to be changed. */
  static WatchEntry.Builder next(WatchEntry entry) {
    return WatchEntry.newBuilder(entry).setVersion(entry.getVersion() + 1);
  }
}
