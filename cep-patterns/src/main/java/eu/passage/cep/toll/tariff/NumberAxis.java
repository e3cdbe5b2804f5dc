package eu.passage.cep.toll.tariff;

import java.io.Serializable;
import java.util.List;

/**
 * Whole numbers cut into bands that follow each other without a gap; the last one is open.
 *
 * @param bands from the lowest
 */
public record NumberAxis(Dimension dimension, List<Band> bands) implements Axis {

  private static final int DIGITS = 9;

  public NumberAxis {
    bands = List.copyOf(bands);
  }

  /**
   * Numbers from one to another, both included.
   *
   * @param most {@link Integer#MAX_VALUE} where it is open
   * @param label as it is written: {@code 3501..11999}, {@code 32001..} or {@code 5}
   */
  public record Band(int least, int most, String label) implements Serializable {}

  @Override
  public List<String> labels() {
    return bands.stream().map(Band::label).toList();
  }

  @Override
  public int band(String value) {
    if (value.isEmpty()
        || value.length() > DIGITS
        || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return UNKNOWN;
    }
    int number = Integer.parseInt(value);
    for (int i = bands.size() - 1; i >= 0; i--) {
      if (number >= bands.get(i).least()) {
        return i;
      }
    }
    return BELOW;
  }
}
