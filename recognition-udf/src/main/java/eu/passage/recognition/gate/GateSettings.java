package eu.passage.recognition.gate;

import java.io.Serializable;
import java.time.Duration;

/**
 * How far a camera's clock may be from the gateway's.
 *
 * @param clockAhead by how much a frame may have been taken after it was received
 * @param clockBehind by how much before; generous, because what a camera kept through a cut of its
 *     line is late and not wrong
 */
public record GateSettings(Duration clockAhead, Duration clockBehind) implements Serializable {

  public static final GateSettings DEFAULT =
      new GateSettings(Duration.ofMinutes(5), Duration.ofDays(7));

  public GateSettings {
    if (clockAhead.isNegative() || clockBehind.isNegative()) {
      throw new IllegalArgumentException(
          "clock bounds must not be negative: ahead %s, behind %s"
              .formatted(clockAhead, clockBehind));
    }
  }
}
