package eu.passage.cep.watch;

import java.io.Serializable;
import java.time.Duration;

/**
 * How passages are held against the watchlist.
 *
 * @param lookBack an entry that becomes known reports the passages of this span before it, as
 *     earlier ones
 * @param goodConfidence a plate read with less is a hit for review only, even where it is exact
 */
public record WatchSettings(Duration lookBack, float goodConfidence) implements Serializable {

  public static final WatchSettings DEFAULT = new WatchSettings(Duration.ofHours(2), 0.8f);

  public WatchSettings {
    if (lookBack.isNegative() || goodConfidence < 0 || goodConfidence > 1) {
      throw new IllegalArgumentException("lookBack must not be negative, goodConfidence 0 to 1");
    }
  }
}
