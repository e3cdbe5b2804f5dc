package eu.passage.cep.flink.tolls;

import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.TollAccount;
import eu.passage.cep.toll.TollAccount.Priced;
import eu.passage.cep.toll.rating.Rater;
import eu.passage.cep.toll.rating.Ride;
import eu.passage.cep.toll.tariff.TariffTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What passages owe, as accounts ask for it. */
final class VehiclePricing {

  private final Rater rater;

  VehiclePricing(TariffTable tariffs) {
    rater = new Rater(tariffs);
  }

  Duration horizon() {
    return rater.horizon();
  }

  TollAccount.Pricing with(RegistryAnswer registry) {
    return drafts -> {
      Map<String, Priced> prices = new HashMap<>();
      rater
          .rate(drafts.stream().map(Ride::of).toList(), registry)
          .forEach(
              (passage, rated) ->
                  prices.put(passage, new Priced(rated.charge().orElse(null), rated.atBest())));
      return prices;
    };
  }
}
