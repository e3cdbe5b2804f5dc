package eu.passage.jobs.tolls.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * A time in which something happened.
 *
 * @param until exclusive
 */
record Span(Instant from, Instant until) implements Comparable<Span> {

  private static final Comparator<Span> ORDER =
      Comparator.comparing(Span::from).thenComparing(Span::until);

  /** The step of a day, counted from the day's own midnight, that holds a moment of it. */
  static Span step(Span day, Instant at, Duration step) {
    long steps = Duration.between(day.from, at).toMillis() / step.toMillis();
    Instant from = day.from.plus(step.multipliedBy(steps));
    Instant until = from.plus(step);
    return new Span(from, until.isBefore(day.until) ? until : day.until);
  }

  Duration length() {
    return Duration.between(from, until);
  }

  boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  @Override
  public int compareTo(Span other) {
    return ORDER.compare(this, other);
  }
}
