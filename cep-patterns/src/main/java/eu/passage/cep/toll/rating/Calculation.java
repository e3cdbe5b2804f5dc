package eu.passage.cep.toll.rating;

import eu.passage.cep.toll.rating.Computed.Exempt;
import eu.passage.cep.toll.rating.Computed.Impossible;
import eu.passage.cep.toll.rating.Computed.Owed;
import eu.passage.cep.toll.tariff.Axis;
import eu.passage.cep.toll.tariff.Exemption;
import eu.passage.cep.toll.tariff.NumberAxis;
import eu.passage.cep.toll.tariff.PriceTable;
import eu.passage.cep.toll.tariff.Pricing;
import eu.passage.cep.toll.tariff.Pricing.PerKilometre.Distance;
import eu.passage.cep.toll.tariff.Pricing.PerWay.Fare;
import eu.passage.cep.toll.tariff.Tariff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tariff's arithmetic: from the inputs of a charge to its amount. The same whether the inputs
 * were just found or come out of a stored event.
 */
final class Calculation {

  private final Tariff tariff;
  private final Exemptions exemptions;
  private final Map<String, Distance> distances = new HashMap<>();
  private final Map<String, Fare> fares = new HashMap<>();

  Calculation(Tariff tariff) {
    this.tariff = tariff;
    this.exemptions = new Exemptions(tariff.exemptions());
    if (tariff.pricing() instanceof Pricing.PerKilometre perKilometre) {
      perKilometre
          .distances()
          .forEach(one -> distances.put(Inputs.way(one.way().from(), one.way().to()), one));
    } else if (tariff.pricing() instanceof Pricing.PerWay perWay) {
      perWay.fares().forEach(one -> fares.put(Inputs.way(one.way().from(), one.way().to()), one));
    }
  }

  Tariff tariff() {
    return tariff;
  }

  Exemptions exemptions() {
    return exemptions;
  }

  /** The length of a way; empty where none is paid for. */
  Optional<Distance> distance(String way) {
    return Optional.ofNullable(distances.get(way));
  }

  Computed of(Inputs inputs) {
    Optional<Exemption> exemption = exemptions.of(inputs);
    return exemption.isPresent() ? new Exempt(exemption.get().name()) : price(inputs);
  }

  private Computed price(Inputs inputs) {
    List<Integer> bands = new ArrayList<>();
    String missing = null;
    for (Axis axis : tariff.pricing().axes()) {
      Optional<String> value = inputs.value(axis.dimension().key());
      int band = value.map(axis::band).orElse(Axis.UNKNOWN);
      if (band == Axis.BELOW) {
        return new Exempt(below(axis));
      }
      if (band == Axis.UNKNOWN && missing == null) {
        missing = axis.dimension().key();
      }
      bands.add(band);
    }
    return missing == null ? amount(inputs, bands) : new Impossible(missing);
  }

  private Computed amount(Inputs inputs, List<Integer> bands) {
    if (tariff.pricing() instanceof Pricing.PerPassage perPassage) {
      BigDecimal price = perPassage.prices().price(bands);
      return new Owed(price, price);
    }
    String way = inputs.value(Inputs.WAY).orElse("");
    if (tariff.pricing() instanceof Pricing.PerKilometre perKilometre) {
      BigDecimal price = perKilometre.prices().price(bands);
      return distance(way)
          .<Computed>map(distance -> new Owed(price, distance.amount(price)))
          .orElse(new Impossible(Inputs.WAY));
    }
    return Optional.ofNullable(fares.get(way))
        .map(Fare::prices)
        .map((PriceTable prices) -> prices.price(bands))
        .<Computed>map(price -> new Owed(price, price))
        .orElse(new Impossible(Inputs.WAY));
  }

  /** Why a vehicle below the first band owes nothing. */
  static String below(Axis axis) {
    String least =
        axis instanceof NumberAxis numbers
            ? String.valueOf(numbers.bands().get(0).least())
            : axis.labels().get(0);
    return "%s below %s".formatted(axis.dimension().key(), least);
  }
}
