package eu.passage.cep.toll.rating;

import static eu.passage.cep.toll.rating.Rides.NOT_KNOWN;
import static eu.passage.cep.toll.rating.Rides.SILENT;
import static eu.passage.cep.toll.rating.Rides.amount;
import static eu.passage.cep.toll.rating.Rides.charge;
import static eu.passage.cep.toll.rating.Rides.inputs;
import static eu.passage.cep.toll.rating.Rides.known;
import static eu.passage.cep.toll.rating.Rides.ride;
import static eu.passage.cep.toll.rating.Rides.tariffs;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Charge;
import eu.passage.avro.TollStatus;
import eu.passage.avro.VatTreatment;
import eu.passage.cep.toll.RegistryAnswer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RaterTest {

  private static final String FLAT =
      """
      at: {points: [A]}
      per: passage
      price: "2.05"
      """;
  private static final String BY_CLASS =
      """
      at: {points: [A]}
      per: passage
      by: {euroClass: [0..4, 5..]}
      prices: {0..4: "3", 5..: "2"}
      assume: {euroClass: 0}
      """;
  private static final String WAYS =
      """
      per: km
      price: "0.1535"
      ways:
        - {from: A, to: B, within: 1h, km: "10.5"}
        - {from: B, to: C, within: 1h, km: "4"}
        - {from: A, to: C, within: 2h, km: "14.5"}
      """;

  @Test
  void aPassageOwesThePriceWithFourDecimals() {
    Charge charge = charge(rate(FLAT, ride("p", "2026-03-10T08:00", "A")), "p").orElseThrow();

    assertThat(charge.getAmount()).isEqualTo(new BigDecimal("2.0500"));
    assertThat(charge.getCurrency()).isEqualTo("EUR");
    assertThat(charge.getVat()).isEqualTo(VatTreatment.NONE);
    assertThat(charge.getTariffId()).isEqualTo("t1");
    assertThat(charge.getTariffVersion()).isEqualTo("1");
    assertThat(inputs(charge)).containsExactly("price=2.0500 (TARIFF)");
  }

  @Test
  void whereNoTariffAppliesNothingIsOwedForGood() {
    Map<String, Rated> rated =
        rate(
            FLAT,
            ride("elsewhere", "2026-03-10T08:00", "B"),
            ride("before", "2025-12-31T23:59:59.999", "A"),
            ride("after", "2027-01-01T00:00", "A"));

    assertThat(rated.values()).allMatch(one -> one.charge().isEmpty());
    assertThat(rated.values()).allMatch(one -> one.atBest() == TollStatus.FINAL);
  }

  @Test
  void aTariffIsForThePassagesThatMatchAllItSays() {
    String there =
        "at: {roads: [N511], segments: [N511-1], countries: [BE]}\nper: passage\nprice: \"1\"\n";

    assertThat(amount(rate(there, ride("p", "2026-03-10T08:00", "A")), "p")).isPresent();
    for (String other : List.of("roads: [E42]", "segments: [N511-2]", "countries: [FR]")) {
      String elsewhere = "at: {%s}\nper: passage\nprice: \"1\"\n".formatted(other);
      assertThat(amount(rate(elsewhere, ride("p", "2026-03-10T08:00", "A")), "p")).isEmpty();
    }
  }

  @Test
  void whatTheRegistryKnowsIsFinal() {
    Rated rated =
        new Rater(tariffs(BY_CLASS))
            .rate(List.of(ride("p", "2026-03-10T08:00", "A")), known(6, null))
            .get("p");

    assertThat(rated).isNotNull();
    assertThat(rated.atBest()).isEqualTo(TollStatus.FINAL);
    assertThat(rated.assumed()).isEmpty();
    assertThat(inputs(rated.charge().orElseThrow()))
        .containsExactly("euroClass=6 (REGISTRY)", "price=2.0000 (TARIFF)");
  }

  @Test
  void whileTheRegistryIsSilentTheTariffAssumesAndTheAmountIsProvisional() {
    Rated rated =
        new Rater(tariffs(BY_CLASS))
            .rate(List.of(ride("p", "2026-03-10T08:00", "A")), SILENT)
            .get("p");

    assertThat(rated).isNotNull();
    assertThat(rated.atBest()).isEqualTo(TollStatus.PROVISIONAL);
    assertThat(rated.assumed()).containsExactly("euroClass");
    assertThat(inputs(rated.charge().orElseThrow()))
        .containsExactly("euroClass=0 (ASSUMED)", "price=3.0000 (TARIFF)");
  }

  @Test
  void aVehicleThatTheRegistryDoesNotKnowIsForReviewWhereTheTariffNeedsIt() {
    List<Ride> one = List.of(ride("p", "2026-03-10T08:00", "A"));

    assertThat(status(BY_CLASS, one, NOT_KNOWN)).isEqualTo(TollStatus.REVIEW);
    assertThat(status(BY_CLASS, one, known(null, 40_000))).isEqualTo(TollStatus.REVIEW);
    assertThat(status(FLAT, one, NOT_KNOWN)).isEqualTo(TollStatus.FINAL);
    assertThat(status(FLAT, one, SILENT)).isEqualTo(TollStatus.FINAL);
  }

  @Test
  void theSensorSpeaksBeforeTheRegistry() {
    String byAxles =
        """
        at: {points: [A]}
        per: passage
        by: {axles: [2, 3..], weightKg: [0..39999, 40000..]}
        prices: {2: {0..39999: "1", 40000..: "2"}, 3..: {0..39999: "3", 40000..: "4"}}
        assume: {axles: 5, weightKg: 40000}
        """;
    Charge seen =
        charge(rate(byAxles, ride("p", "2026-03-10T08:00", "A", 2, 18_000)), "p").orElseThrow();
    Charge unseen = charge(rate(byAxles, ride("p", "2026-03-10T08:00", "A")), "p").orElseThrow();

    assertThat(inputs(seen))
        .containsExactly("axles=2 (SENSOR)", "weightKg=18000 (SENSOR)", "price=1.0000 (TARIFF)");
    assertThat(inputs(unseen))
        .containsExactly("axles=5 (ASSUMED)", "weightKg=40000 (ASSUMED)", "price=4.0000 (TARIFF)");
    // nobody measures its weight any more, so nobody is asked again
    assertThat(status(byAxles, List.of(ride("p", "2026-03-10T08:00", "A", 2, null)), SILENT))
        .isEqualTo(TollStatus.REVIEW);
    assertThat(status(byAxles, List.of(ride("p", "2026-03-10T08:00", "A", null, 1)), SILENT))
        .isEqualTo(TollStatus.PROVISIONAL);
  }

  @Test
  void hoursGoOverMidnightAndBelongToTheDayTheyBeginOn() {
    String byTime =
        """
        at: {points: [A]}
        per: passage
        by: {time: ["Mon-Fri 22:00-06:00", otherwise]}
        prices: {"Mon-Fri 22:00-06:00": "1", otherwise: "2"}
        """;
    Map<String, Rated> rated =
        rate(
            byTime,
            ride("friday 21:59", "2026-03-13T21:59:59", "A"),
            ride("friday 22:00", "2026-03-13T22:00", "A"),
            ride("saturday 05:59", "2026-03-14T05:59", "A"),
            ride("saturday 06:00", "2026-03-14T06:00", "A"),
            ride("saturday 22:00", "2026-03-14T22:00", "A"),
            ride("monday 05:59", "2026-03-16T05:59", "A"));

    assertThat(rated.keySet().stream().map(id -> id + " " + amount(rated, id).orElseThrow()))
        .containsExactly(
            "friday 21:59 2.0000",
            "friday 22:00 1.0000",
            "saturday 05:59 1.0000",
            "saturday 06:00 2.0000",
            "saturday 22:00 2.0000",
            "monday 05:59 2.0000");
  }

  @Test
  void whoIsExemptOwesZeroAndItSaysWhy() {
    String exempting =
        FLAT
            + """
            exempt:
              military: {uses: [military]}
              diplomatic: {plates: ["BE:1AB*"]}
            """;
    List<Ride> one = List.of(ride("p", "2026-03-10T08:00", "A"));
    Charge diplomatic = charge(rate(exempting, one.get(0)), "p").orElseThrow();

    assertThat(diplomatic.getAmount()).isEqualTo(new BigDecimal("0.0000"));
    assertThat(diplomatic.getExemption()).isEqualTo("diplomatic");
    assertThat(inputs(diplomatic)).containsExactly("plate=BE:1ABC234 (PASSAGE)");
    // a plate needs no registry
    assertThat(status(exempting, one, SILENT)).isEqualTo(TollStatus.FINAL);

    String military = FLAT + "exempt: {military: {uses: [military]}}\n";
    Map<String, Rated> exempt = new Rater(tariffs(military)).rate(one, known(6, 1, "military"));
    assertThat(inputs(charge(exempt, "p").orElseThrow()))
        .containsExactly("use=military (REGISTRY)");
    assertThat(charge(exempt, "p").orElseThrow().getExemption()).isEqualTo("military");
  }

  @Test
  void thatNothingExemptsIsAssumedOnlyWhileTheRegistryIsSilent() {
    String military = FLAT + "exempt: {military: {uses: [military]}}\n";
    List<Ride> one = List.of(ride("p", "2026-03-10T08:00", "A"));

    assertThat(status(military, one, SILENT)).isEqualTo(TollStatus.PROVISIONAL);
    assertThat(status(military, one, NOT_KNOWN)).isEqualTo(TollStatus.FINAL);
    assertThat(status(military, one, known(6, 1, "taxi"))).isEqualTo(TollStatus.FINAL);
    assertThat(inputs(charge(new Rater(tariffs(military)).rate(one, SILENT), "p").orElseThrow()))
        .containsExactly("exemption=none (ASSUMED)", "price=2.0500 (TARIFF)");
  }

  @Test
  void aVehicleBelowTheFirstBandOwesZeroWhateverElseIsUnknown() {
    String byMass =
        """
        at: {points: [A]}
        per: passage
        by: {euroClass: [0..], maximumMassKg: [3501..]}
        prices: {0..: {3501..: "1"}}
        assume: {euroClass: 0, maximumMassKg: 40000}
        """;
    Rated rated =
        new Rater(tariffs(byMass))
            .rate(List.of(ride("p", "2026-03-10T08:00", "A")), known(null, 3500))
            .get("p");

    assertThat(rated).isNotNull();
    assertThat(rated.atBest()).isEqualTo(TollStatus.FINAL);
    assertThat(rated.charge().orElseThrow().getExemption()).isEqualTo("maximumMassKg below 3501");
    assertThat(rated.charge().orElseThrow().getAmount()).isEqualByComparingTo("0");
    assertThat(inputs(rated.charge().orElseThrow()))
        .containsExactly("maximumMassKg=3500 (REGISTRY)");
  }

  @Test
  void aCapIsGivenOutInOrderOfTimeAndBeginsAnewEachLocalDay() {
    Map<String, Rated> rated =
        rate(
            FLAT + "cap: \"5.00\"\n",
            ride("third", "2026-03-10T23:59", "A"),
            ride("tomorrow", "2026-03-11T00:00", "A"),
            ride("second", "2026-03-10T00:30", "A"),
            ride("first", "2026-03-10T00:00", "A"));

    assertThat(amount(rated, "first")).hasValue(new BigDecimal("2.0500"));
    assertThat(amount(rated, "second")).hasValue(new BigDecimal("2.0500"));
    assertThat(amount(rated, "third")).hasValue(new BigDecimal("0.9000"));
    assertThat(amount(rated, "tomorrow")).hasValue(new BigDecimal("2.0500"));
    Charge third = charge(rated, "third").orElseThrow();
    assertThat(third.getUncapped()).isEqualTo(new BigDecimal("2.0500"));
    assertThat(inputs(third)).containsExactly("price=2.0500 (TARIFF)", "capLeft=0.9000 (PASSAGE)");
    assertThat(charge(rated, "second").orElseThrow().getUncapped()).isNull();
  }

  @Test
  void passagesAtTheSameTimeShareACapInOrderOfTheirIds() {
    Map<String, Rated> rated =
        rate(
            FLAT + "cap: \"3.00\"\n",
            ride("b", "2026-03-10T08:00", "A"),
            ride("a", "2026-03-10T08:00", "A"));

    assertThat(amount(rated, "a")).hasValue(new BigDecimal("2.0500"));
    assertThat(amount(rated, "b")).hasValue(new BigDecimal("0.9500"));
  }

  @Test
  void aWayIsPaidAtItsExitAndTheAmountIsRoundedHalfUp() {
    Map<String, Rated> rated =
        rate(
            WAYS,
            ride("in", "2026-03-10T08:00", "A"),
            ride("beside", "2026-03-10T08:10", "X"),
            ride("out", "2026-03-10T08:20", "B"));
    Rated out = rated.get("out");

    assertThat(amount(rated, "in")).isEmpty();
    assertThat(amount(rated, "beside")).isEmpty();
    assertThat(out).isNotNull();
    assertThat(out.passageIds()).containsExactly("in", "out");
    // 10.5 km at 0.1535 are 1.61175
    assertThat(out.charge().orElseThrow().getAmount()).isEqualTo(new BigDecimal("1.6118"));
    assertThat(inputs(out.charge().orElseThrow()))
        .containsExactly(
            "way=A > B (PASSAGE)",
            "entryPassage=in (PASSAGE)",
            "km=10.5 (TARIFF)",
            "price=0.1535 (TARIFF)");
  }

  @Test
  void anExitIsTheEntryOfTheNextWayAndAPointThatSawNothingLosesNoKilometre() {
    Map<String, Rated> every =
        rate(
            WAYS,
            ride("a", "2026-03-10T08:00", "A"),
            ride("b", "2026-03-10T08:20", "B"),
            ride("c", "2026-03-10T08:30", "C"));
    Map<String, Rated> without =
        rate(WAYS, ride("a", "2026-03-10T08:00", "A"), ride("c", "2026-03-10T08:30", "C"));

    assertThat(amount(every, "b")).hasValue(new BigDecimal("1.6118"));
    assertThat(amount(every, "c")).hasValue(new BigDecimal("0.6140"));
    assertThat(amount(without, "c")).hasValue(new BigDecimal("2.2258"));
  }

  @Test
  void anEntryIsUsedOnceAndTheNearestCounts() {
    Map<String, Rated> rated =
        rate(
            WAYS,
            ride("in", "2026-03-10T08:00", "A"),
            ride("in again", "2026-03-10T08:10", "A"),
            ride("out", "2026-03-10T08:20", "B"),
            ride("out again", "2026-03-10T08:25", "B"));

    assertThat(rated.get("out")).isNotNull();
    assertThat(rated.get("out").passageIds()).containsExactly("in again", "out");
    assertThat(amount(rated, "out again")).isEmpty();
  }

  @Test
  void aWayTakesTheTimeAllowedAtMost() {
    assertThat(
            amount(
                rate(WAYS, ride("a", "2026-03-10T08:00", "A"), ride("b", "2026-03-10T09:00", "B")),
                "b"))
        .isPresent();
    assertThat(
            amount(
                rate(
                    WAYS,
                    ride("a", "2026-03-10T08:00", "A"),
                    ride("b", "2026-03-10T09:00:00.001", "B")),
                "b"))
        .isEmpty();
  }

  @Test
  void theHorizonIsTheDayOfACapAndTheLongestWay() {
    assertThat(new Rater(tariffs(FLAT)).horizon()).isEqualTo(Duration.ZERO);
    assertThat(new Rater(tariffs(FLAT + "cap: \"5\"\n")).horizon()).isEqualTo(Duration.ofHours(25));
    assertThat(new Rater(tariffs(WAYS)).horizon()).isEqualTo(Duration.ofHours(2));
    assertThat(new Rater(tariffs(WAYS + "cap: \"5\"\n")).horizon()).isEqualTo(Duration.ofHours(27));
  }

  private static Map<String, Rated> rate(String tariff, Ride... rides) {
    return new Rater(tariffs(tariff)).rate(List.of(rides), NOT_KNOWN);
  }

  private static TollStatus status(String tariff, List<Ride> rides, RegistryAnswer registry) {
    return new Rater(tariffs(tariff))
        .rate(rides, registry).values().stream().findFirst().orElseThrow().atBest();
  }
}
