package eu.passage.cep.toll.tariff;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What is paid for. */
public sealed interface Pricing extends Serializable {

  /** What a price depends on. */
  List<Axis> axes();

  /** The ways that are paid for; none where passages are. */
  List<Way> ways();

  /** Each passage by itself. */
  record PerPassage(Where where, PriceTable prices) implements Pricing {

    @Override
    public List<Axis> axes() {
      return prices.axes();
    }

    @Override
    public List<Way> ways() {
      return List.of();
    }
  }

  /** Each kilometre between two charging points. */
  record PerKilometre(PriceTable prices, List<Distance> distances) implements Pricing {

    public PerKilometre {
      distances = List.copyOf(distances);
    }

    /**
     * A way and its length.
     *
     * @param km above 0
     */
    public record Distance(Way way, BigDecimal km) implements Serializable {

      /** What it costs, rounded half up to four decimals. */
      public BigDecimal amount(BigDecimal perKilometre) {
        return perKilometre.multiply(km).setScale(Tariff.SCALE, RoundingMode.HALF_UP);
      }
    }

    @Override
    public List<Axis> axes() {
      return prices.axes();
    }

    @Override
    public List<Way> ways() {
      return distances.stream().map(Distance::way).toList();
    }
  }

  /** Each pair of an entry and an exit. */
  record PerWay(List<Axis> axes, List<Fare> fares) implements Pricing {

    public PerWay {
      axes = List.copyOf(axes);
      fares = List.copyOf(fares);
    }

    /** What one costs. */
    public record Fare(Way way, PriceTable prices) implements Serializable {}

    @Override
    public List<Way> ways() {
      return fares.stream().map(Fare::way).toList();
    }
  }
}
