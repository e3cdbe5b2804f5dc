package eu.passage.jobs.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchStep;
import eu.passage.cep.watch.EntryVersions;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The newest version of each entry, and which the job refused. */
final class KnownEntries {

  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::state)
          .thenComparing(row -> row.entry().getExpiresAt())
          .thenComparing(row -> row.entry().getEntryId());

  private final Map<String, WatchEntry> newest = new HashMap<>();
  private final Map<String, WatchEvent> refusals = new HashMap<>();

  /**
   * An entry as it stands.
   *
   * @param faults why the job refused it; empty where it did not
   */
  record Row(WatchEntry entry, EntryState state, List<String> faults) {}

  /** Takes a version; of one entry those of a topic come in order. */
  void entry(WatchEntry version) {
    newest.merge(
        version.getEntryId(),
        version,
        (known, next) -> EntryVersions.isNewer(known, next) ? known : next);
  }

  /** The newest version of an entry. */
  Optional<WatchEntry> find(String entryId) {
    return Optional.ofNullable(newest.get(entryId));
  }

  /** Takes what the job told. */
  void event(WatchEvent event) {
    if (event.getStep() == WatchStep.REFUSED) {
      refusals.put(event.getEntryId(), event);
    }
  }

  /** Those in a state that is asked for, what is in force first, what ends soonest before. */
  List<Row> rows(Predicate<EntryState> wanted, Instant now) {
    return newest.values().stream()
        .map(entry -> row(entry, now))
        .filter(row -> wanted.test(row.state()))
        .sorted(ORDER)
        .toList();
  }

  private Row row(WatchEntry entry, Instant now) {
    WatchEvent refusal = refusals.get(entry.getEntryId());
    boolean refused = refusal != null && refusal.getVersion() == entry.getVersion();
    return new Row(
        entry,
        EntryState.of(entry, refused, now),
        refused && refusal != null ? refusal.getFaults() : List.of());
  }
}
