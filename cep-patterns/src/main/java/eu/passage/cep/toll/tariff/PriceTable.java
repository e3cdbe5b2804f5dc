package eu.passage.cep.toll.tariff;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * A price for every combination of bands.
 *
 * @param axes none where there is one price for all
 * @param prices of scale {@link Tariff#SCALE}; the last axis runs fastest
 */
public record PriceTable(List<Axis> axes, List<BigDecimal> prices) implements Serializable {

  public PriceTable {
    axes = List.copyOf(axes);
    prices = List.copyOf(prices);
    int combinations =
        axes.stream().mapToInt(axis -> axis.labels().size()).reduce(1, (a, b) -> a * b);
    if (prices.size() != combinations) {
      throw new IllegalArgumentException(
          "%d combinations need as many prices, not %d".formatted(combinations, prices.size()));
    }
  }

  /**
   * The price of a combination.
   *
   * @param bands one of each axis
   */
  public BigDecimal price(List<Integer> bands) {
    int index = 0;
    for (int i = 0; i < axes.size(); i++) {
      index = index * axes.get(i).labels().size() + bands.get(i);
    }
    return prices.get(index);
  }
}
