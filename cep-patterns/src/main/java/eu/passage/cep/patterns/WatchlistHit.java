package eu.passage.cep.patterns;

import eu.passage.avro.Passage;
import eu.passage.avro.Severity;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.followup.Offences;
import eu.passage.cep.watch.Sighting;
import eu.passage.cep.watch.Tier;
import eu.passage.cep.wording.Wording;
import java.time.Duration;

/**
 * A vehicle on the watchlist passes while its entry is in force. Unlike the other rules it is asked
 * about a passage together with an entry, and the entry says whom to tell and for what purpose.
 */
public final class WatchlistHit {

  /** As in {@code alert.ruleId}. */
  public static final String ID = "watchlist-hit";

  public static final int VERSION = 1;

  private WatchlistHit() {}

  /** A vehicle to be stopped is urgent; what must first be reviewed is not. */
  public static Severity severity(Sighting sighting) {
    if (sighting.tier() == Tier.C) {
      return Severity.LOW;
    }
    return sighting.entry().getAction() == WatchAction.STOP ? Severity.HIGH : Severity.MEDIUM;
  }

  /** One sentence; for a DISCREET entry it holds no word of halting the vehicle. */
  public static String reason(Sighting sighting) {
    Passage passage = sighting.passage();
    WatchEntry entry = sighting.entry();
    return "%s, listed for %s in case %s, %s at %s at %s%s%s; %s."
        .formatted(
            Wording.vehicle(passage),
            Offences.shipped().name(entry.getOffence(), "en"),
            entry.getCaseNumber(),
            deed(passage),
            Wording.place(passage),
            Wording.dayAndTime(passage.getAt()),
            earlier(sighting),
            doubt(sighting),
            action(entry.getAction()));
  }

  private static String deed(Passage passage) {
    return passage.getToCountry() == null
        ? "passed"
        : "entered " + Wording.country(passage.getToCountry());
  }

  private static String earlier(Sighting sighting) {
    if (!sighting.earlier()) {
      return "";
    }
    Duration before = Duration.between(sighting.passage().getAt(), sighting.entry().getStartsAt());
    return before.isNegative() || before.isZero()
        ? ", before the entry was known here"
        : ", " + Wording.span(before) + " before the entry became active";
  }

  private static String doubt(Sighting sighting) {
    return switch (sighting.tier()) {
      case A, D -> "";
      case B -> " (listed as " + sighting.entry().getPlate() + ", a letter or digit was settled)";
      case C -> " (listed as " + sighting.entry().getPlate() + ", to be reviewed)";
    };
  }

  private static String action(WatchAction action) {
    return switch (action) {
      case STOP -> "stop it";
      case OBSERVE -> "observe it";
      case DISCREET -> "discreet check, take no visible action";
    };
  }
}
