package eu.passage.jobs.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.schemas.ids.Ids;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the topic holds of a bulk list, as far as its next making needs to know. */
final class KnownList {

  private final String list;
  private final Map<String, Known> entries = new HashMap<>();
  private Instant madeAt = Instant.EPOCH;
  private int making;

  /**
   * An entry of the list: of a million of them no more is kept.
   *
   * @param open whether it is not withdrawn
   * @param content a digest of what it asks for
   * @param isOnNext whether the next making has it
   */
  private record Known(int version, boolean open, String content, boolean isOnNext) {}

  KnownList(String list) {
    this.list = list;
  }

  /** Takes a version from the topic; of one entry they come in order. */
  void entry(WatchEntry version) {
    if (version.getList().equals(list)) {
      boolean open = version.getStatus() != WatchStatus.WITHDRAWN;
      entries.put(
          version.getEntryId(), new Known(version.getVersion(), open, content(version), false));
      making = Math.max(making, version.getListVersion());
      if (open && version.getMadeAt().isAfter(madeAt)) {
        madeAt = version.getMadeAt();
      }
    }
  }

  /** When the newest making was made of which entries are open. */
  Instant madeAt() {
    return madeAt;
  }

  /** How often it was made. */
  int making() {
    return making;
  }

  /** The entry of a row: the same in each making of the list. */
  String entryId(String country, String plate) {
    return "L-" + Ids.of("list-entry", list, country, plate);
  }

  /**
   * An entry is on the next making.
   *
   * @return the version to write it as; empty where nothing changed, or another row has it already
   */
  Optional<Integer> next(WatchEntry entry) {
    String id = entry.getEntryId();
    Known known = entries.get(id);
    String content = content(entry);
    if (known == null) {
      entries.put(id, new Known(1, true, content, true));
      return Optional.of(1);
    } else if (known.isOnNext()) {
      return Optional.empty();
    }
    boolean same = known.open() && known.content().equals(content);
    int version = same ? known.version() : known.version() + 1;
    entries.put(id, new Known(version, true, content, true));
    return same ? Optional.empty() : Optional.of(version);
  }

  /** Whether this version of an entry is the newest, is open, and is not on the next making. */
  boolean isMissing(WatchEntry version) {
    Known known = entries.get(version.getEntryId());
    return known != null
        && known.open()
        && !known.isOnNext()
        && known.version() == version.getVersion();
  }

  /** What somebody must be told of if it changes: not when it was written, nor when it began. */
  private static String content(WatchEntry entry) {
    return Ids.of(
        "content",
        List.of(
                entry.getAction(),
                entry.getOffence(),
                entry.getLegalBasis(),
                entry.getPurpose(),
                entry.getCaseNumber(),
                entry.getRequester(),
                String.valueOf(entry.getApprover()),
                entry.getExpiresAt(),
                entry.getRecipients(),
                entry.getLanguages(),
                entry.getType(),
                entry.getColour(),
                String.valueOf(entry.getMake()),
                entry.getZones(),
                String.valueOf(entry.getToCountry()),
                String.valueOf(entry.getFromTime()),
                String.valueOf(entry.getUntilTime()))
            .stream()
            .map(Object::toString)
            .toArray(String[]::new));
  }
}
