package eu.passage.cep.toll.tariff;

import java.util.List;

/** Classes that have names instead of numbers. */
public record NameAxis(Dimension dimension, List<String> labels) implements Axis {

  public NameAxis {
    labels = List.copyOf(labels);
  }

  @Override
  public int band(String value) {
    int index = labels.indexOf(value);
    return index < 0 ? UNKNOWN : index;
  }
}
