package eu.passage.cep.trucks;

import java.io.Serializable;
import java.time.Duration;

/**
 * Which passages go to the toll path.
 *
 * @param minConfidence what is less surely a truck does not: 0 to 1
 * @param clockUncertainty how much cameras' clocks may be wrong
 */
public record TruckSettings(float minConfidence, Duration clockUncertainty)
    implements Serializable {

  /** Everything that is rather a truck than not, from cameras whose clocks are set by network. */
  public static final TruckSettings DEFAULTS = new TruckSettings(0.5f, Duration.ofMillis(500));

  /**
   * @throws IllegalArgumentException naming the value that makes no sense
   */
  public TruckSettings {
    if (!(minConfidence > 0 && minConfidence < 1)) {
      throw new IllegalArgumentException(
          "minConfidence must lie between 0 and 1, got " + minConfidence);
    }
    if (clockUncertainty.isNegative()) {
      throw new IllegalArgumentException(
          "clockUncertainty must not be below 0, got " + clockUncertainty);
    }
  }
}
