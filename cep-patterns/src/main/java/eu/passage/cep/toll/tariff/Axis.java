package eu.passage.cep.toll.tariff;

import java.io.Serializable;
import java.util.List;

/**
 * One side of a table of prices: a dimension cut into bands, in which every value has its place.
 */
public sealed interface Axis extends Serializable permits NumberAxis, NameAxis, TimeAxis {

  /** What {@link #band} says of a value below the first band: the tariff is not for it. */
  int BELOW = -1;

  /** What {@link #band} says of a text that it cannot place. */
  int UNKNOWN = -2;

  Dimension dimension();

  /** The bands, as they are written. */
  List<String> labels();

  /**
   * The band of a value.
   *
   * @param value as the inputs of a charge tell it
   * @return its place in {@link #labels}, or {@link #BELOW} or {@link #UNKNOWN}
   */
  int band(String value);
}
