package eu.passage.recognition.evaluate;

import java.util.Locale;

/**
 * So many of so many.
 *
 * @param hits at most {@code of}
 * @param of 0 where there was nothing to count
 */
public record Counts(int hits, int of) {

  /** Nothing counted yet. */
  public static final Counts NONE = new Counts(0, 0);

  public Counts {
    if (hits < 0 || hits > of) {
      throw new IllegalArgumentException("%d of %d cannot be".formatted(hits, of));
    }
  }

  /** One more, a hit or not. */
  public Counts plus(boolean hit) {
    return new Counts(hits + (hit ? 1 : 0), of + 1);
  }

  /** Both together. */
  public Counts plus(Counts other) {
    return new Counts(hits + other.hits, of + other.of);
  }

  /** Those that were no hits. */
  public Counts misses() {
    return new Counts(of - hits, of);
  }

  /** 0 to 1; 0 where nothing was counted. */
  public double share() {
    return of == 0 ? 0 : (double) hits / of;
  }

  /** Such as "215 of 229 (93.9 %)". */
  @Override
  public String toString() {
    return of == 0
        ? "none"
        : String.format(Locale.ROOT, "%d of %d (%.1f %%)", hits, of, 100 * share());
  }
}
