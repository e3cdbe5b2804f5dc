package eu.passage.recognition;

import java.io.Serializable;

/**
 * How sure a net must be before its word is passed on; probabilities, 0 to 1. A model may ask for
 * more in its model.json, since such bounds belong to its training; the detector's are only there.
 *
 * @param plate below it a plate counts as unreadable
 * @param type below it a vehicle's type is UNKNOWN
 * @param colour below it a vehicle's colour is UNKNOWN
 */
public record Thresholds(double plate, double type, double colour) implements Serializable {

  /**
   * A plate is passed on even when weak, because several weak frames make one good passage; a
   * colour only when it is more likely than all others together.
   */
  public static final Thresholds DEFAULT = new Thresholds(0.02, 0.4, 0.5);

  public Thresholds {
    check("plate", plate);
    check("type", type);
    check("colour", colour);
  }

  private static void check(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "threshold %s is %s; it must lie between 0 and 1".formatted(name, value));
    }
  }
}
