package eu.passage.cep.toll.rating;

import static eu.passage.cep.toll.rating.Rides.charge;
import static eu.passage.cep.toll.rating.Rides.known;
import static eu.passage.cep.toll.rating.Rides.ride;
import static eu.passage.cep.toll.rating.Rides.tariffs;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Charge;
import eu.passage.avro.ChargeInput;
import eu.passage.avro.VatTreatment;
import eu.passage.cep.toll.tariff.TariffTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecountTest {

  private static final TariffTable TARIFFS =
      tariffs(
          """
          region: Wallonia
          per: km
          by: {euroClass: [0..4, 5..]}
          prices: {0..4: "0.20", 5..: "0.10"}
          ways: [{from: A, to: B, within: 1h, km: "10"}]
          assume: {euroClass: 0}
          exempt: {military: {uses: [military]}}
          cap: "1.50"
          """);

  private final Recount recount = new Recount(TARIFFS);

  @Test
  void aChargeThatIsRightHasNoDifferences() {
    assertThat(recount.differences(charged(null))).isEmpty();
    assertThat(recount.differences(charged(6))).isEmpty();
    assertThat(recount.differences(exempt())).isEmpty();
  }

  @Test
  void eachThingThatWasChangedIsNamed() {
    assertThat(changed(c -> c.setAmount(new BigDecimal("1.0100"))))
        .containsExactly("amount is 1.0100, and 1.0000 follows");
    assertThat(changed(c -> c.setCurrency("USD")))
        .containsExactly("currency is USD, and EUR follows");
    assertThat(changed(c -> c.setVat(VatTreatment.INCLUSIVE)))
        .containsExactly("vat is INCLUSIVE, and NONE follows");
    assertThat(changed(c -> c.setUncapped(new BigDecimal("2.0000"))))
        .containsExactly("uncapped is 2.0000, and none follows");
    assertThat(changed(c -> c.setExemption("military")))
        .containsExactly("exemption is military, and none follows");
    assertThat(changed(c -> input(c, "price", "0.2000")))
        .containsExactly("input price is 0.2000, and 0.1000 follows");
    assertThat(changed(c -> input(c, "km", "12")))
        .containsExactly("input km is 12, and 10 follows");
    assertThat(changed(c -> input(c, "region", "Flanders")))
        .containsExactly("input region is Flanders, and Wallonia follows");
    assertThat(changed(c -> input(c, "way", "A > C")))
        .containsExactly("input way is A > C, and a value that the tariff knows follows");
    assertThat(changed(c -> c.getInputs().removeIf(one -> one.getName().equals("euroClass"))))
        .containsExactly("input euroClass is missing, and a value that the tariff knows follows");
  }

  @Test
  void aTariffThatNobodyKnowsIsNamed() {
    assertThat(changed(c -> c.setTariffVersion("2")))
        .containsExactly("tariff is t1 2, and one of the tariffs that are known follows");
  }

  @Test
  void anotherEuroClassGivesAnotherAmount() {
    assertThat(changed(c -> input(c, "euroClass", "3")))
        .containsExactly(
            "input price is 0.1000, and 0.2000 follows", "amount is 1.0000, and 1.5000 follows");
  }

  @Test
  void whatWasAssumedIsWhatTheTariffAssumes() {
    Charge charge = charged(null);
    input(charge, "euroClass", "1");

    assertThat(text(charge)).containsExactly("input euroClass is 1, and 0 follows");
  }

  @Test
  void anExemptionThatNothingSpeaksForIsNamed() {
    Charge charge = exempt();
    charge.getInputs().removeIf(one -> one.getName().equals("use"));
    assertThat(text(charge)).isNotEmpty();

    Charge other = exempt();
    other.setExemption("agricultural");
    assertThat(text(other)).containsExactly("exemption is agricultural, and military follows");
  }

  @Test
  void whatIsLeftOfACapLessensTheAmountAndNothingElseDoes() {
    // 10 km at 0.20 are 2.00, and the cap is 1.50
    Charge capped = charged(null);
    assertThat(capped.getAmount()).isEqualTo(new BigDecimal("1.5000"));

    input(capped, "capLeft", "9.0000");
    assertThat(text(capped)).isNotEmpty();
    input(capped, "capLeft", "1.2000");
    assertThat(text(capped)).containsExactly("amount is 1.5000, and 1.2000 follows");
  }

  private List<String> changed(Consumer<Charge> change) {
    Charge charge = charged(6);
    change.accept(charge);
    return text(charge);
  }

  private List<String> text(Charge charge) {
    return recount.differences(charge).stream().map(Recount.Difference::text).toList();
  }

  private static void input(Charge charge, String name, String value) {
    for (ChargeInput input : charge.getInputs()) {
      if (input.getName().equals(name)) {
        input.setValue(value);
        return;
      }
    }
    throw new AssertionError("no input " + name);
  }

  private static Charge charged(@Nullable Integer euro) {
    return rated(euro);
  }

  private static Charge exempt() {
    return rated(6, "military");
  }

  private static Charge rated(@Nullable Integer euro, String... uses) {
    Charge charge =
        charge(
                new Rater(TARIFFS)
                    .rate(
                        List.of(
                            ride("in", "2026-03-10T08:00", "A"),
                            ride("out", "2026-03-10T08:20", "B")),
                        known(euro, null, uses)),
                "out")
            .orElseThrow();
    return mutable(charge);
  }

  private static Charge mutable(Charge charge) {
    Charge copy = Charge.newBuilder(charge).build();
    copy.setInputs(new ArrayList<>(copy.getInputs()));
    return copy;
  }
}
