package eu.passage.jobs.endure;

import eu.passage.avro.Side;
import java.util.Locale;

/** Of a truck. */
enum End {
  FRONT(0),
  REAR(1_500);

  private final int afterMs;

  End(int afterMs) {
    this.afterMs = afterMs;
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
