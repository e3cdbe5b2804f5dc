package eu.passage.cep.toll.rating;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Charge;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.VehicleFacts;
import eu.passage.cep.toll.tariff.Tariff;
import eu.passage.cep.toll.tariff.TariffTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever passages a vehicle makes and whatever is known of it. */
class RaterProperties {

  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  private static final BigDecimal CAP = new BigDecimal("7.0000");

  /** Two days around the night in which clocks are put back. */
  private static final Instant START = Instant.parse("2026-10-24T12:00:00Z");

  private static final TariffTable TARIFFS =
      Rides.tariffs(
          """
          at: {points: [P, Q]}
          per: passage
          by: {euroClass: [0..3, 4, 5..], axles: [2..3, 4..], time: ["22:00-06:00", otherwise]}
          prices:
            0..3: {2..3: {"22:00-06:00": "1.0001", otherwise: "2.5"}, 4..: {"22:00-06:00": "3", otherwise: "3.3333"}}
            4: {2..3: {"22:00-06:00": "0.9999", otherwise: "2"}, 4..: {"22:00-06:00": "2", otherwise: "3"}}
            5..: {2..3: {"22:00-06:00": "0", otherwise: "1"}, 4..: {"22:00-06:00": "1", otherwise: "2"}}
          assume: {euroClass: 0, axles: 5}
          exempt: {military: {uses: [military]}, zero-emission: {co2Classes: ["5"]}}
          cap: "7"
          """,
          """
          per: km
          by: {maximumMassKg: [3501..11999, 12000..]}
          prices: {3501..11999: "0.077", 12000..: "0.1305"}
          ways:
            - {from: A, to: B, within: 1h, km: "10.123"}
            - {from: B, to: C, within: 40m, km: "4.7"}
            - {from: A, to: C, within: 2h, km: "14.823"}
            - {from: C, to: A, within: 3h, km: "15"}
          assume: {maximumMassKg: 40000}
          cap: "7"
          """,
          """
          per: way
          ways:
            - {from: C, to: D, within: 6h, price: "4.0499"}
          """);

  private final Rater rater = new Rater(TARIFFS);
  private final Recount recount = new Recount(TARIFFS);

  @Provide
  Arbitrary<List<Ride>> rides() {
    Arbitrary<Ride> ride =
        Combinators.combine(
                Arbitraries.integers().between(0, 48 * 60),
                Arbitraries.of("P", "Q", "A", "B", "C", "D", "E"),
                Arbitraries.integers().between(1, 7).injectNull(0.3))
            .as(
                (minute, point, axles) ->
                    new Ride(
                        "",
                        START.plus(Duration.ofMinutes(minute)),
                        point,
                        "BE",
                        "N511",
                        null,
                        "1ABC234",
                        "BE",
                        axles,
                        null));
    return ride.list().ofMaxSize(40).map(RaterProperties::numbered).withoutEdgeCases();
  }

  private static List<Ride> numbered(List<Ride> rides) {
    List<Ride> numbered = new ArrayList<>();
    for (Ride ride : rides) {
      numbered.add(
          new Ride(
              "p%02d".formatted(numbered.size()),
              ride.at(),
              ride.chargingPoint(),
              ride.country(),
              ride.road(),
              ride.segment(),
              ride.plate(),
              ride.plateCountry(),
              ride.axles(),
              ride.weightKg()));
    }
    return numbered;
  }

  @Provide
  Arbitrary<RegistryAnswer> answers() {
    Arbitrary<RegistryAnswer> known =
        Combinators.combine(
                Arbitraries.integers().between(0, 7).injectNull(0.3),
                Arbitraries.of("1", "5").injectNull(0.7),
                Arbitraries.of(3500, 3501, 11_999, 12_000, 40_000).injectNull(0.3),
                Arbitraries.integers().between(1, 7).injectNull(0.3),
                Arbitraries.of(Set.<String>of(), Set.of("taxi"), Set.of("military")))
            .as(
                (euro, co2, mass, axles, uses) ->
                    new RegistryAnswer.Known(new VehicleFacts(euro, co2, mass, axles, uses)));
    Arbitrary<RegistryAnswer> any =
        Arbitraries.frequencyOf(
            Tuple.of(6, known),
            Tuple.of(1, Arbitraries.just(new RegistryAnswer.NotKnown())),
            Tuple.of(1, Arbitraries.just(new RegistryAnswer.NotAnswered())));
    return any.withoutEdgeCases();
  }

  @Property
  void noAmountIsNegativeAndAllHaveFourDecimals(
      @ForAll("rides") List<Ride> rides, @ForAll("answers") RegistryAnswer registry) {
    for (Rated rated : rater.rate(rides, registry).values()) {
      rated
          .charge()
          .ifPresent(
              charge -> {
                assertThat(charge.getAmount()).isNotNegative();
                assertThat(charge.getAmount().scale()).isEqualTo(Tariff.SCALE);
                if (charge.getUncapped() != null) {
                  assertThat(charge.getUncapped()).isGreaterThan(charge.getAmount());
                  assertThat(charge.getUncapped().scale()).isEqualTo(Tariff.SCALE);
                }
              });
    }
  }

  @Property
  void noCapIsExceededAndItIsUsedUpBeforeAnythingIsLessened(
      @ForAll("rides") List<Ride> rides, @ForAll("answers") RegistryAnswer registry) {
    Map<String, Rated> rated = rater.rate(rides, registry);
    Map<String, BigDecimal> days = new HashMap<>();
    Map<String, BigDecimal> uncapped = new HashMap<>();
    for (Ride ride : rides) {
      Charge charge = rated.get(ride.passageId()).charge().orElse(null);
      if (charge != null && !charge.getTariffId().equals("t3")) {
        String day = charge.getTariffId() + " " + LocalDate.ofInstant(ride.at(), ZONE);
        days.merge(day, charge.getAmount(), BigDecimal::add);
        uncapped.merge(
            day,
            charge.getUncapped() == null ? charge.getAmount() : charge.getUncapped(),
            BigDecimal::add);
      }
    }

    days.forEach((day, sum) -> assertThat(sum).isEqualByComparingTo(uncapped.get(day).min(CAP)));
  }

  @Property
  void theOrderOfArrivalDoesNotMatterNorHowOftenItIsRated(
      @ForAll("rides") List<Ride> rides,
      @ForAll("answers") RegistryAnswer registry,
      @ForAll Random random) {
    Map<String, Rated> before = rater.rate(rides, registry);
    List<Ride> shuffled = new ArrayList<>(rides);
    Collections.shuffle(shuffled, random);

    assertThat(rater.rate(shuffled, registry)).isEqualTo(before);
    assertThat(rater.rate(rides, registry)).isEqualTo(before);
  }

  @Property
  void everyPassageIsAnswered(
      @ForAll("rides") List<Ride> rides, @ForAll("answers") RegistryAnswer registry) {
    assertThat(rater.rate(rides, registry).keySet())
        .containsExactlyInAnyOrderElementsOf(rides.stream().map(Ride::passageId).toList());
  }

  @Property
  void anAddedPassageChangesNothingBeforeItNorBeyondTheHorizon(
      @ForAll("rides") List<Ride> rides, @ForAll("answers") RegistryAnswer registry) {
    if (rides.isEmpty()) {
      return;
    }
    Ride added = rides.get(rides.size() - 1);
    Map<String, Rated> without = rater.rate(rides.subList(0, rides.size() - 1), registry);
    Map<String, Rated> with = rater.rate(rides, registry);

    for (Ride ride : rides.subList(0, rides.size() - 1)) {
      if (ride.at().isBefore(added.at()) || ride.at().isAfter(added.at().plus(rater.horizon()))) {
        assertThat(with.get(ride.passageId())).isEqualTo(without.get(ride.passageId()));
      }
    }
  }

  @Property
  void whereNoWaysArePaidForAnAddedPassageChangesNoOtherDay(
      @ForAll("rides") List<Ride> rides, @ForAll("answers") RegistryAnswer registry) {
    List<Ride> byPassage =
        rides.stream().filter(ride -> "PQE".contains(ride.chargingPoint())).toList();
    if (byPassage.isEmpty()) {
      return;
    }
    Ride added = byPassage.get(byPassage.size() - 1);
    Map<String, Rated> without = rater.rate(byPassage.subList(0, byPassage.size() - 1), registry);
    Map<String, Rated> with = rater.rate(byPassage, registry);

    for (Ride ride : byPassage.subList(0, byPassage.size() - 1)) {
      if (!LocalDate.ofInstant(ride.at(), ZONE).equals(LocalDate.ofInstant(added.at(), ZONE))) {
        assertThat(with.get(ride.passageId())).isEqualTo(without.get(ride.passageId()));
      }
    }
  }

  @Property
  void thePastOfTheHorizonIsEnough(
      @ForAll("rides") List<Ride> rides, @ForAll("answers") RegistryAnswer registry) {
    Map<String, Rated> all = rater.rate(rides, registry);

    for (Ride ride : rides) {
      Instant from = ride.at().minus(rater.horizon());
      List<Ride> kept =
          rides.stream()
              .filter(one -> !one.at().isBefore(from) && !one.at().isAfter(ride.at()))
              .toList();
      assertThat(rater.rate(kept, registry).get(ride.passageId()))
          .isEqualTo(all.get(ride.passageId()));
    }
  }

  @Property
  void noEntryIsUsedTwiceAndNoWayGoesBackInTime(
      @ForAll("rides") List<Ride> rides, @ForAll("answers") RegistryAnswer registry) {
    Map<String, Instant> times = new HashMap<>();
    rides.forEach(ride -> times.put(ride.passageId(), ride.at()));
    List<String> entries = new ArrayList<>();
    for (Rated rated : rater.rate(rides, registry).values()) {
      if (rated.passageIds().size() == 2) {
        entries.add(rated.passageIds().get(0));
        assertThat(times.get(rated.passageIds().get(0)))
            .isBefore(times.get(rated.passageIds().get(1)));
      }
    }

    assertThat(entries).doesNotHaveDuplicates();
  }

  @Property
  void theAmountFollowsAgainFromTheInputsAlone(
      @ForAll("rides") List<Ride> rides, @ForAll("answers") RegistryAnswer registry) {
    for (Rated rated : rater.rate(rides, registry).values()) {
      rated.charge().ifPresent(charge -> assertThat(recount.differences(charge)).isEmpty());
    }
  }

  @Property
  void anAmountThatWasChangedIsNoticed(
      @ForAll("rides") List<Ride> rides, @ForAll("answers") RegistryAnswer registry) {
    for (Rated rated : rater.rate(rides, registry).values()) {
      rated
          .charge()
          .ifPresent(
              charge -> {
                Charge changed =
                    Charge.newBuilder(charge)
                        .setAmount(charge.getAmount().add(new BigDecimal("0.0001")))
                        .build();
                assertThat(recount.differences(changed))
                    .singleElement()
                    .returns("amount", Recount.Difference::what)
                    .returns(charge.getAmount().toPlainString(), Recount.Difference::expected);
              });
    }
  }
}
