package eu.passage.cep.model;

import java.time.Duration;

/**
 * The subject of a rule is not one vehicle but several that pass the same cameras together.
 *
 * @param vehicles how many, 2 to 4
 * @param gap from the first to the last of them at a camera, less than this
 */
public record Together(int vehicles, Duration gap) {

  public static final int MOST_VEHICLES = 4;

  public Together {
    if (vehicles < 2 || vehicles > MOST_VEHICLES) {
      throw new IllegalArgumentException("2 to " + MOST_VEHICLES + " vehicles travel together");
    }
    if (gap.isNegative() || gap.isZero()) {
      throw new IllegalArgumentException("the gap must be positive");
    }
  }
}
