package eu.passage.jobs.endure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Trucks that come again and again, over some days of which one is an hour short. */
final class Traffic {

  /** A Friday; summer time begins on the Sunday after. */
  private static final Instant START = Instant.parse("2026-03-27T05:00:00Z");

  private static final Duration SPAN = Duration.ofDays(5);
  private static final int PASSAGES_OF_A_TRUCK = 20;

  /** Two trucks at a point with two cameras must be further apart than the two ends of one. */
  private static final Duration CLOSEST = Duration.ofMillis(2_160);

  private static final int JITTER_MS = 4_000;
  private static final float SURE = 0.97f;
  private static final float UNSURE = 0.62f;

  private Traffic() {}

  /** So many passages, in order of time but for some seconds. */
  static List<TruePassage> passages(int count) {
    long step = Math.max(SPAN.toMillis() / count, CLOSEST.toMillis());
    int trucks = trucks(count);
    List<TruePassage> passages = new ArrayList<>(count);
    for (int number = 0; number < count; number++) {
      Point point = Point.ALL.get(number % Point.ALL.size());
      passages.add(
          new TruePassage(
              number,
              (int) Chance.VEHICLE.below(trucks, number),
              point,
              START.plusMillis(number * step + Chance.MOMENT.below(JITTER_MS, number)),
              seen(point, number),
              Chance.CONFIDENCE.of(number) < 0.02 ? UNSURE : SURE));
    }
    return passages;
  }

  /** How many different tractors so many passages are of. */
  static int trucks(int passages) {
    return Math.max(1, passages / PASSAGES_OF_A_TRUCK);
  }

  private static List<End> seen(Point point, int number) {
    double chance = Chance.VIEWS.of(number);
    if (!point.seesBothEnds() || chance < 0.05) {
      return List.of(End.FRONT);
    }
    return chance < 0.1 ? List.of(End.REAR) : List.of(End.FRONT, End.REAR);
  }
}
