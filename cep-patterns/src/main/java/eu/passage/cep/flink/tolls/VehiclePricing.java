package eu.passage.cep.flink.tolls;

import eu.passage.avro.Charge;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.TollAccount;
import eu.passage.cep.toll.TollAccount.Priced;
import eu.passage.cep.toll.rating.Knowledge;
import eu.passage.cep.toll.rating.PersonFacts;
import eu.passage.cep.toll.rating.Rated;
import eu.passage.cep.toll.rating.Rater;
import eu.passage.cep.toll.rating.Ride;
import eu.passage.cep.toll.tariff.TariffTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a vehicle's passages owe, as an account asks. */
final class VehiclePricing {

  private final TariffTable tariffs;
  private final Rater rater;

  VehiclePricing(TariffTable tariffs) {
    this.tariffs = tariffs;
    rater = new Rater(tariffs);
  }

  /** How far apart passages may lie of which one changes what the other owes. */
  Duration horizon() {
    return rater.horizon();
  }

  /**
   * Prices by what the registry says, except what was decided elsewhere: a person's facts outrank
   * it, what a person took back takes no share in a cap or a way, and what was rated again by
   * tariffs that this job does not have yet stays as it is.
   *
   * @param told the last event of each passage that was told
   */
  TollAccount.Pricing with(RegistryAnswer registry, Map<String, TollEvent> told) {
    return drafts -> {
      Map<String, Rated> rated = rate(drafts, registry, told);
      Map<String, Priced> prices = new HashMap<>();
      for (TollEvent draft : drafts) {
        TollEvent before = told.get(draft.getPassageId());
        if (before != null && (TollAccount.isTakenBack(before) || isRatedElsewhere(before))) {
          prices.put(draft.getPassageId(), asTold(before));
        } else {
          Rated one = Objects.requireNonNull(rated.get(draft.getPassageId()));
          prices.put(
              draft.getPassageId(), new Priced(one.charge(), one.atBest(), one.passageIds()));
        }
      }
      return prices;
    };
  }

  private Map<String, Rated> rate(
      Collection<TollEvent> drafts, RegistryAnswer registry, Map<String, TollEvent> told) {
    List<Ride> rides = new ArrayList<>(drafts.size());
    for (TollEvent draft : drafts) {
      TollEvent before = told.get(draft.getPassageId());
      if (before == null || !TollAccount.isTakenBack(before)) {
        rides.add(Ride.of(draft));
      }
    }
    Knowledge knowledge = Knowledge.of(registry);
    return rater.rate(
        rides,
        ride -> {
          PersonFacts person = said(told.get(ride.passageId()));
          return person.equals(PersonFacts.NONE) ? knowledge : knowledge.with(person);
        });
  }

  private static PersonFacts said(@Nullable TollEvent event) {
    return event == null ? PersonFacts.NONE : PersonFacts.of(event.getCharge());
  }

  private boolean isRatedElsewhere(TollEvent event) {
    Charge charge = event.getCharge();
    return charge == null
        ? event.getCause() == CorrectionCause.TARIFF
        : tariffs.find(charge.getTariffId(), charge.getTariffVersion()).isEmpty();
  }

  private static Priced asTold(TollEvent event) {
    return new Priced(
        Optional.ofNullable(event.getCharge()), event.getStatus(), event.getPassageIds());
  }
}
