package eu.passage.jobs.demo;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a demonstration came to.
 *
 * @param frames published
 * @param observations with different ids
 * @param passages with different ids
 * @param alerts by rule
 * @param families alerts by family: WATCHLIST, RECURRING, SCHEDULE, …
 * @param tollEvents with different ids
 * @param deadLetters by reason
 * @param duplicates records that came under an id that their topic had already given; 0 unless
 *     something is wrong
 * @param score held against the truth; empty where nobody knows it
 * @param latency from publishing a frame to reading the alert that rests on it, at read_committed;
 *     alerts that follow from an absence are left out. Empty while there is no alert
 * @param elapsed from the first frame to the last record
 */
public record Summary(
    int frames,
    int observations,
    int passages,
    Map<String, Integer> alerts,
    Map<String, Integer> families,
    int tollEvents,
    Map<String, Integer> deadLetters,
    int duplicates,
    Optional<Score> score,
    Optional<Quantiles> latency,
    Duration elapsed) {

  /** Milliseconds that half of all, and 99 of a hundred, do not exceed. */
  public record Quantiles(long p50, long p99) {}

  /** All dead letters. */
  public int deadLetterCount() {
    return deadLetters.values().stream().mapToInt(Integer::intValue).sum();
  }
}
