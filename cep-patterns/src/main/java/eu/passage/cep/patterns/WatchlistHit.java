package eu.passage.cep.patterns;

import eu.passage.avro.Severity;
import eu.passage.avro.WatchAction;
import eu.passage.cep.watch.Sighting;
import eu.passage.cep.watch.Tier;

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
}
