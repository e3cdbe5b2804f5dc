package eu.passage.cep.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchListMaking;
import java.time.Duration;
import java.time.Instant;

/**
 * How old an entry is, and when that is too old.
 *
 * @param madeAt when it, or the newest making of its list, was made
 * @param staleAt from when on a newer making of its list is overdue
 */
public record ListAge(Instant madeAt, Instant staleAt) {

  /** Of an entry of its own, and of one whose list nobody told of: never stale. */
  public static ListAge of(WatchEntry entry) {
    return new ListAge(entry.getMadeAt(), Instant.MAX);
  }

  /** Of a list as long as there is no newer making. */
  public static ListAge of(WatchListMaking making) {
    Instant madeAt = making.getMadeAt();
    return new ListAge(
        madeAt, madeAt.plus(Duration.ofMinutes(Math.max(1, making.getStaleAfterMinutes()))));
  }

  public boolean isStale(Instant now) {
    return !now.isBefore(staleAt);
  }
}
