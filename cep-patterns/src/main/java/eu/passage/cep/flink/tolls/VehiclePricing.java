package eu.passage.cep.flink.tolls;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.TollAccount;
import eu.passage.cep.toll.TollAccount.Priced;
import eu.passage.cep.toll.rating.Rated;
import eu.passage.cep.toll.rating.Rater;
import eu.passage.cep.toll.rating.Ride;
import eu.passage.cep.toll.tariff.TariffTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What a vehicle's passages owe, as an account asks. */
final class VehiclePricing {

  private final Rater rater;

  VehiclePricing(TariffTable tariffs) {
    rater = new Rater(tariffs);
  }

  /** How far apart passages may lie of which one changes what the other owes. */
  Duration horizon() {
    return rater.horizon();
  }

  TollAccount.Pricing with(RegistryAnswer registry) {
    return drafts -> {
      Map<String, Rated> rated = rater.rate(drafts.stream().map(Ride::of).toList(), registry);
      Map<String, Priced> prices = new HashMap<>();
      for (TollEvent draft : drafts) {
        Rated one = Objects.requireNonNull(rated.get(draft.getPassageId()));
        prices.put(draft.getPassageId(), new Priced(one.charge(), one.atBest(), one.passageIds()));
      }
      return prices;
    };
  }
}
