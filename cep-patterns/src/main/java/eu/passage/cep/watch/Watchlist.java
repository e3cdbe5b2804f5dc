package eu.passage.cep.watch;

import eu.passage.avro.Passage;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.cep.history.SubjectHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Passages of one vehicle against the watch entries of the same vehicle key. */
public final class Watchlist {

  private final WatchSettings settings;

  public Watchlist(WatchSettings settings) {
    this.settings = settings;
  }

  /**
   * Whether an entry may match at all: approved, by somebody other than who asked, with its legal
   * basis and its case. The time window is looked at passage by passage.
   */
  public static boolean approved(WatchEntry entry) {
    return entry.getStatus() == WatchStatus.APPROVED
        && entry.getApprover() != null
        && !entry.getApprover().isBlank()
        && !entry.getApprover().equals(entry.getRequester())
        && !entry.getLegalBasis().isBlank()
        && !entry.getCaseNumber().isBlank();
  }

  /** A passage that has just come, against every entry known. */
  public List<Sighting> onPassage(
      Passage passage, Iterable<WatchEntry> entries, SubjectHistory history) {
    List<Sighting> sightings = new ArrayList<>();
    for (WatchEntry entry : entries) {
      boolean inTime =
          !passage.getAt().isBefore(entry.getStartsAt())
              && passage.getAt().isBefore(entry.getExpiresAt());
      sightings.add(sighting(passage, entry, history, inTime, false));
    }
    return sightings;
  }

  /**
   * Whether an entry that comes now is held against a passage of this time.
   *
   * @param at milliseconds since the epoch
   * @param now event time, milliseconds since the epoch
   */
  public boolean looksBackTo(long at, long now) {
    return at + settings.lookBack().toMillis() > now;
  }

  /**
   * An entry that has just come, against the passages shortly before.
   *
   * @param earlier those that it {@link #looksBackTo}
   */
  public List<Sighting> onEntry(WatchEntry entry, List<Passage> earlier, SubjectHistory history) {
    Instant earliest = entry.getStartsAt().minus(settings.lookBack());
    return earlier.stream()
        .map(
            p -> {
              boolean inTime =
                  !p.getAt().isBefore(earliest) && p.getAt().isBefore(entry.getExpiresAt());
              return sighting(p, entry, history, inTime, true);
            })
        .toList();
  }

  private Sighting sighting(
      Passage passage, WatchEntry entry, SubjectHistory history, boolean inTime, boolean earlier) {
    Tier tier = Tiers.of(passage, entry, history, settings);
    return new Sighting(
        passage,
        entry,
        tier,
        inTime && approved(entry),
        earlier,
        Agreements.of(passage, entry),
        List.of(),
        null);
  }
}
