package eu.passage.jobs.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchListMaking;
import eu.passage.avro.WatchStatus;
import eu.passage.schemas.ids.Ids;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the topic holds of a bulk list, as far as its next making needs to know. */
final class KnownList {

  private static final int HEXADECIMAL = 16;
  private static final int LONG_DIGITS = 16;

  private final String list;
  private final Map<String, Known> entries = new HashMap<>();
  private Instant madeAt = Instant.EPOCH;
  private int making;

  /** Where a row stands. */
  private enum Standing {
    OPEN,
    /** A making no longer had it. */
    WITHDRAWN,
    /** A person took it back: makings that still have it do not bring it again. */
    KEPT_OUT
  }

  /**
   * A row of the list: of a million of them no more is kept.
   *
   * @param content a digest of what it asks for; it is compared with the next making's alone
   * @param isOnNext whether the next making has it
   */
  private record Known(int version, Standing standing, long content, boolean isOnNext) {

    Known onNext() {
      return new Known(version, standing, content, true);
    }
  }

  KnownList(String list) {
    this.list = list;
  }

  /** Takes a making; of one list they come in order. */
  void making(WatchListMaking version) {
    if (version.getList().equals(list)) {
      making = Math.max(making, version.getMaking());
      madeAt = version.getMadeAt();
    }
  }

  /**
   * Takes a version of a row: first those that makings brought, in order, then those that people
   * took back.
   */
  void entry(WatchEntry version) {
    Known known = entries.get(version.getEntryId());
    if (!version.getList().equals(list)
        || (known != null && known.version() > version.getVersion())) {
      return;
    }
    entries.put(
        version.getEntryId(),
        new Known(version.getVersion(), standing(version), content(version), false));
    making = Math.max(making, version.getListVersion());
  }

  private static Standing standing(WatchEntry version) {
    if (version.getStatus() != WatchStatus.WITHDRAWN) {
      return Standing.OPEN;
    }
    return version.getWithdrawnByHand() ? Standing.KEPT_OUT : Standing.WITHDRAWN;
  }

  /** When the making was made that is in force. */
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

  /** What becomes of a row of the next making. */
  enum Fate {
    NEW,
    CHANGED,
    /** Nothing changed, or another row of the file says the same. */
    UNCHANGED,
    KEPT_OUT
  }

  /**
   * A row is on the next making; where it is new or changed, it gets its next version.
   *
   * @param entry its id is set
   */
  Fate next(WatchEntry entry) {
    String id = entry.getEntryId();
    Known known = entries.get(id);
    if (known != null && known.isOnNext()) {
      return Fate.UNCHANGED;
    } else if (known != null && known.standing() == Standing.KEPT_OUT) {
      entries.put(id, known.onNext());
      return Fate.KEPT_OUT;
    }
    long content = content(entry);
    if (known != null && known.standing() == Standing.OPEN && known.content() == content) {
      entries.put(id, known.onNext());
      return Fate.UNCHANGED;
    }
    entry.setVersion(known == null ? 1 : known.version() + 1);
    entries.put(id, new Known(entry.getVersion(), Standing.OPEN, content, true));
    return known == null ? Fate.NEW : Fate.CHANGED;
  }

  /** Whether the next making lacks rows that no making withdrew yet. */
  boolean hasMissing() {
    return entries.values().stream().anyMatch(KnownList::isMissing);
  }

  private static boolean isMissing(Known known) {
    return !known.isOnNext() && known.standing() != Standing.WITHDRAWN;
  }

  /**
   * Takes out a row that the next making lacks, once. One that was kept out is let go with that.
   *
   * @param version of a row, from the topics
   * @return whether it is to be withdrawn: it is the newest version of such a row
   */
  boolean takeMissing(WatchEntry version) {
    Known known = entries.get(version.getEntryId());
    if (known == null
        || !isMissing(known)
        || known.version() != version.getVersion()
        || known.standing() != standing(version)) {
      return false;
    }
    entries.put(
        version.getEntryId(),
        new Known(known.version() + 1, Standing.WITHDRAWN, known.content(), false));
    return true;
  }

  /** What somebody must be told of if it changes: not when it was written, nor when it began. */
  private static long content(WatchEntry entry) {
    String[] parts =
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
            .toArray(String[]::new);
    return Long.parseUnsignedLong(Ids.sha256Hex(parts).substring(0, LONG_DIGITS), HEXADECIMAL);
  }
}
