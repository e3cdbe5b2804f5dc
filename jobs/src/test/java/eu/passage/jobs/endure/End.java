package eu.passage.jobs.endure;

import eu.passage.avro.Side;
import java.util.Locale;

/** Of a truck. */
enum End {
  FRONT(0, 0),
  REAR(1, 1_500);

  private final int number;
  private final int afterMs;

  End(int number, int afterMs) {
    this.number = number;
    this.afterMs = afterMs;
  }

  /** A number that no other view of a truck has. */
  long view(TruePassage passage) {
    return 2L * passage.number() + number;
  }

  /** How long after the front it passes. */
  int afterMs() {
    return afterMs;
  }

  Side side() {
    return this == FRONT ? Side.FRONT : Side.REAR;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
