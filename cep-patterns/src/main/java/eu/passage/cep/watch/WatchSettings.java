package eu.passage.cep.watch;

import java.io.Serializable;
import java.time.Duration;

/**
 * How passages are held against the watchlist.
 *
 * @param lookBack an entry that becomes known or active reports the passages of this span before
 *     it, as earlier ones, unless it says itself how far it looks back
 * @param goodConfidence a plate read with less is a hit for review only, even where it is exact; a
 *     country that is less sure is doubted
 * @param likelyAlternative another text or country that the reader thought of counts from this
 *     probability on
 * @param maxAlternatives so many of them are looked up for one passage, the likeliest
 * @param confirmWithin another camera's read of the plate as listed confirms a doubtful one for so
 *     long
 * @param staleAfter a bulk list is stale so long after it was made, unless its making says itself
 */
public record WatchSettings(
    Duration lookBack,
    float goodConfidence,
    float likelyAlternative,
    int maxAlternatives,
    Duration confirmWithin,
    Duration staleAfter)
    implements Serializable {

  public static final WatchSettings DEFAULT =
      new WatchSettings(
          Duration.ofHours(2), 0.8f, 0.02f, 4, Duration.ofHours(2), Duration.ofHours(36));

  public WatchSettings {
    if (lookBack.isNegative() || goodConfidence < 0 || goodConfidence > 1) {
      throw new IllegalArgumentException("lookBack must not be negative, goodConfidence 0 to 1");
    }
    if (likelyAlternative <= 0 || likelyAlternative > 1 || maxAlternatives < 0) {
      throw new IllegalArgumentException(
          "likelyAlternative must be above 0 and at most 1, maxAlternatives not negative");
    }
    if (confirmWithin.isNegative()) {
      throw new IllegalArgumentException("confirmWithin must not be negative");
    }
    if (staleAfter.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("staleAfter must be a minute or more");
    }
  }
}
