package eu.passage.cep.flink.tolls;

import eu.passage.avro.Charge;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.TariffTable;
import eu.passage.cep.toll.TollAccount;
import eu.passage.cep.toll.TollAccount.Priced;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** INTERIM until the rater is merged. */
final class VehiclePricing {

  private final TariffTable tariffs;

  VehiclePricing(TariffTable tariffs) {
    this.tariffs = tariffs;
  }

  Duration horizon() {
    return Duration.ofDays(1);
  }

  TollAccount.Pricing with(RegistryAnswer registry) {
    return drafts -> {
      Map<String, Priced> prices = new HashMap<>();
      for (TollEvent draft : drafts) {
        Charge charge =
            tariffs
                .find(draft.getChargingPoint(), draft.getAt())
                .map(
                    t ->
                        Charge.newBuilder()
                            .setTariffId(t.id())
                            .setTariffVersion(t.version())
                            .setAmount(t.amount().setScale(4))
                            .setCurrency(t.currency())
                            .setVat(t.vat())
                            .build())
                .orElse(null);
        boolean asked = registry instanceof RegistryAnswer.NotAnswered;
        prices.put(
            draft.getPassageId(),
            new Priced(charge, asked ? TollStatus.PROVISIONAL : TollStatus.FINAL));
      }
      return prices;
    };
  }
}
