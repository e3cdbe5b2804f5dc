package eu.passage.cep.toll.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Charge;
import eu.passage.avro.ChargeInput;
import eu.passage.avro.InputSource;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.VatTreatment;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.VehicleFacts;
import eu.passage.cep.toll.files.ShippedTariffs;
import eu.passage.cep.toll.rating.Rated;
import eu.passage.cep.toll.rating.Rater;
import eu.passage.cep.toll.rating.Ride;
import eu.passage.cep.toll.tariff.TariffTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecountedAmountsTest {

  private static final TariffTable TARIFFS = ShippedTariffs.standard();
  private static final RegistryAnswer KNOWN =
      new RegistryAnswer.Known(new VehicleFacts(6, null, 40_000, 5, Set.of()));

  private final RecountedAmounts check = new RecountedAmounts(TARIFFS);

  @Test
  void whatWasRatedHoldsAlsoWhereACapLessensIt() {
    List<TollEvent> day = rated(7, KNOWN);

    assertThat(day.get(6).getCharge().getUncapped()).isNotNull();
    assertThat(day)
        .allSatisfy(
            event -> assertThat(check.check(event, day)).isEqualTo(new AmountVerdict.Holds()));
  }

  @Test
  void anExemptionOfTheRegistryHoldsByWhatWasStored() {
    List<TollEvent> day =
        rated(
            1,
            new RegistryAnswer.Known(
                new VehicleFacts(null, null, null, null, Set.of("military", "agricultural"))));

    assertThat(day.get(0).getCharge().getExemption()).isEqualTo("military");
    assertThat(check.check(day.get(0), day)).isEqualTo(new AmountVerdict.Holds());
  }

  @Test
  void aChangedAmountIsFoundAndNoneBesideIt() {
    List<TollEvent> day = rated(7, KNOWN);
    TollEvent changed = with(day.get(2), charge -> charge.setAmount(new BigDecimal("2.0600")));
    day.set(2, changed);

    assertThat(check.check(changed, day))
        .isEqualTo(new AmountVerdict.OtherAmount(new BigDecimal("2.0500")));
    assertThat(day.stream().filter(event -> !event.equals(changed)))
        .allMatch(event -> check.check(event, day) instanceof AmountVerdict.Holds);
  }

  @Test
  void aChargeOfTheRightAmountMayNotSayAnythingElseThatDoesNotFollow() {
    TollEvent event = rated(1, KNOWN).get(0);

    assertThat(told(event, charge -> charge.setCurrency("GBP")))
        .isEqualTo(new AmountVerdict.OtherCharge(List.of("currency is GBP, and EUR follows")));
    assertThat(told(event, charge -> charge.setVat(VatTreatment.INCLUSIVE)))
        .isEqualTo(new AmountVerdict.OtherCharge(List.of("vat is INCLUSIVE, and NONE follows")));
    assertThat(told(event, charge -> charge.setExemption("military")))
        .isEqualTo(
            new AmountVerdict.OtherCharge(List.of("exemption is military, and none follows")));
    assertThat(
            told(
                event,
                charge ->
                    charge.setInputs(
                        List.of(new ChargeInput("price", "1.9500", InputSource.TARIFF)))))
        .isInstanceOfSatisfying(
            AmountVerdict.OtherCharge.class,
            other ->
                assertThat(other.says())
                    .contains("input price is 1.9500 (tariff), and 2.0500 (tariff) follows"));
  }

  private AmountVerdict told(TollEvent event, Consumer<Charge> change) {
    TollEvent changed = with(event, change);
    return check.check(changed, List.of(changed));
  }

  @Test
  void aWrongTariffIsToldWithTheRightOne() {
    List<TollEvent> day = rated(1, KNOWN);
    TollEvent older = with(day.get(0), charge -> charge.setTariffVersion("2025"));
    TollEvent invented = with(day.get(0), charge -> charge.setTariffVersion("1999"));
    TollEvent none = TollEvent.newBuilder(day.get(0)).setCharge(null).build();

    AmountVerdict right = new AmountVerdict.OtherTariff("commune-per-passage 2026");
    assertThat(check.check(older, List.of(older))).isEqualTo(right);
    assertThat(check.check(none, List.of(none))).isEqualTo(right);
    assertThat(check.check(invented, List.of(invented)))
        .isEqualTo(new AmountVerdict.UnknownTariff());
  }

  @Test
  void aChargeWhereNothingIsOwedIsFound() {
    TollEvent event = rated(1, KNOWN).get(0);
    TollEvent elsewhere = TollEvent.newBuilder(event).setChargingPoint("DOT-1").build();

    assertThat(check.check(elsewhere, List.of(elsewhere)))
        .isEqualTo(new AmountVerdict.OtherTariff("no tariff"));
  }

  private static TollEvent with(TollEvent event, Consumer<Charge> change) {
    Charge charge = Charge.newBuilder(event.getCharge()).build();
    change.accept(charge);
    return TollEvent.newBuilder(event).setCharge(charge).build();
  }

  private static List<TollEvent> rated(int passages, RegistryAnswer registry) {
    List<TollEvent> drafts = new ArrayList<>();
    for (int i = 0; i < passages; i++) {
      drafts.add(event("p" + i, Instant.parse("2026-03-10T08:00:00Z").plusSeconds(600L * i), null));
    }
    Map<String, Rated> rated =
        new Rater(TARIFFS).rate(drafts.stream().map(Ride::of).toList(), registry);
    List<TollEvent> events = new ArrayList<>();
    for (TollEvent draft : drafts) {
      events.add(
          event(
              draft.getPassageId(),
              draft.getAt(),
              rated.get(draft.getPassageId()).charge().orElse(null)));
    }
    return events;
  }

  private static TollEvent event(String passage, Instant at, @Nullable Charge charge) {
    return TollEvent.newBuilder()
        .setEventId("e-" + passage)
        .setOriginator("test")
        .setPassageId(passage)
        .setStatus(TollStatus.FINAL)
        .setAt(at)
        .setCameraId("EST-1")
        .setChargingPoint("EST-1")
        .setCameraCountry("BE")
        .setRoad("N511")
        .setPlate("1ABC234")
        .setCountry("BE")
        .setPlateConfidence(0.9f)
        .setVehicleClass("TRUCK")
        .setClassConfidence(0.9f)
        .setEvidence(List.of())
        .setCharge(charge)
        .build();
  }
}
