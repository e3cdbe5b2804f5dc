package eu.passage.jobs.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import java.time.Instant;

/** Where an entry is in its life, by the clock of who asks. */
enum EntryState {
  ACTIVE("active"),
  NOT_YET("not yet"),
  PROPOSED("proposed"),
  REFUSED("refused"),
  EXPIRED("expired"),
  WITHDRAWN("withdrawn");

  private final String words;

  EntryState(String words) {
    this.words = words;
  }

  /**
   * The state of an entry.
   *
   * @param refused whether the job refused this version
   */
  static EntryState of(WatchEntry entry, boolean refused, Instant now) {
    if (entry.getStatus() == WatchStatus.WITHDRAWN) {
      return WITHDRAWN;
    } else if (refused) {
      return REFUSED;
    } else if (!entry.getExpiresAt().isAfter(now)) {
      return EXPIRED;
    } else if (entry.getStatus() == WatchStatus.PROPOSED) {
      return PROPOSED;
    }
    return entry.getStartsAt().isAfter(now) ? NOT_YET : ACTIVE;
  }

  /** Whether somebody may still have to do with it. */
  boolean isOpen() {
    return this != EXPIRED && this != WITHDRAWN;
  }

  /** For people. */
  String words() {
    return words;
  }
}
