package eu.passage.recognition.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The part of a picture that a classifier looks at. */
public enum Region {
  /** The vehicle's box and a twentieth of it on every side. */
  VEHICLE("vehicle"),
  /** Where badges are: above the plate, 0.8 plates wide and 1.28 plate widths high. */
  ABOVE_PLATE("above-plate");

  private final String key;

  Region(String key) {
    this.key = key;
  }

  /** As {@code model.json} names it. */
  public String key() {
    return key;
  }

  static Optional<Region> of(String key) {
    return Arrays.stream(values()).filter(region -> region.key.equals(key)).findFirst();
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Region::key).toList();
  }
}
