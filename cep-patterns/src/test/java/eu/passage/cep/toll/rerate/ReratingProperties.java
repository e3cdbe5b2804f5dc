package eu.passage.cep.toll.rerate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Charge;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.rating.PersonFacts;
import eu.passage.cep.toll.reconcile.AmountVerdict;
import eu.passage.cep.toll.reconcile.RecountedAmounts;
import eu.passage.cep.toll.tariff.TariffTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever was stored of a vehicle and decided by hand, around the night of another version. */
class ReratingProperties {

  private static final LocalDate CHANGE = LocalDate.of(2026, 10, 25);

  /** The day before clocks are put back. */
  private static final Instant START = Stored.at("2026-10-24T06:00");

  private static final String CAPPED =
      """
      at: {points: [P, Q]}
      per: passage
      by: {euroClass: [0..4, 5..]}
      prices: {0..4: "%s", 5..: "1.0001"}
      assume: {euroClass: 0}
      exempt: {military: {uses: [military]}%s}
      cap: "%s"
      """;
  private static final String WAYS =
      """
      per: km
      price: "0.13"
      ways: [{from: A, to: B, within: 1h, km: "%s"}, {from: B, to: A, within: 3h, km: "15"}]
      cap: "7"
      """;

  private static final TariffTable OLD =
      Stored.table(
          Stored.version("1", "2026-01-01", "2027-01-01", CAPPED.formatted("2.5", "", "7")),
          other("1", "2026-01-01", "2027-01-01", "10.123"));
  private static final TariffTable NEW =
      Stored.table(
          Stored.version("1", "2026-01-01", "2026-10-25", CAPPED.formatted("2.5", "", "7")),
          Stored.version(
              "2",
              "2026-10-25",
              "2027-01-01",
              CAPPED.formatted("3.3333", ", farm: {uses: [agricultural]}", "6.5")),
          other("1", "2026-01-01", "2026-10-25", "10.123"),
          other("2", "2026-10-25", "2027-01-01", "11"));

  private static String other(String version, String from, String to, String km) {
    return Stored.version(version, from, to, WAYS.formatted(km)).replace("tariff: t", "tariff: w");
  }

  /** What is stored of a vehicle, and what its registry says today. */
  record World(List<TollEvent> events, RegistryAnswer registry) {}

  @Provide
  Arbitrary<World> worlds() {
    Arbitrary<List<TollEvent>> drafts =
        Combinators.combine(
                Arbitraries.integers().between(0, 40 * 60), Arbitraries.of("P", "Q", "A", "B"))
            .as((minute, point) -> Stored.draft("", START.plus(Duration.ofMinutes(minute)), point))
            .list()
            .ofMaxSize(14)
            .map(ReratingProperties::numbered);
    Arbitrary<RegistryAnswer> answers =
        Arbitraries.of(
            Stored.NOT_KNOWN,
            new RegistryAnswer.NotAnswered(),
            Stored.euro(3),
            Stored.euro(6),
            Stored.euro(6, "agricultural"),
            Stored.euro(3, "military"));
    return Combinators.combine(drafts, answers, answers, Arbitraries.longs())
        .as(
            (passages, then, now, seed) ->
                new World(decided(Stored.told(OLD, then, passages), new Random(seed)), now));
  }

  private static List<TollEvent> numbered(List<TollEvent> drafts) {
    List<TollEvent> numbered = new ArrayList<>();
    for (TollEvent draft : drafts) {
      String id = "p%02d".formatted(numbered.size());
      numbered.add(Stored.draft(id, draft.getAt(), draft.getChargingPoint()));
    }
    return numbered;
  }

  /** A few of them decided by hand. */
  private static List<TollEvent> decided(List<TollEvent> events, Random chance) {
    List<TollEvent> all = events;
    for (int i = 0; i < 3 && !events.isEmpty() && chance.nextBoolean(); i++) {
      List<TollEvent> standing = StandingEvents.of(all);
      if (standing.isEmpty()) {
        break;
      }
      TollEvent event = standing.get(chance.nextInt(standing.size()));
      Decision decision =
          switch (chance.nextInt(4)) {
            case 0 -> new Decision.Withdraw();
            case 1 -> bill(event, "euroClass=5");
            case 2 -> bill(event, "use=agricultural");
            default -> new Decision.Bill(Map.of());
          };
      all = Stored.with(all, new Decisions(OLD, Stored.BILL_AT).of(standing, event, decision));
    }
    return all;
  }

  private static Decision bill(TollEvent event, String fact) {
    return event.getCharge() == null
        ? new Decision.Bill(Map.of())
        : new Decision.Bill(SaidFacts.read(List.of(fact)));
  }

  private static Rerating.Result again(TariffTable tariffs, World world, List<TollEvent> events) {
    return new Rerating(tariffs, Stored.BILL_AT, Instant.EPOCH, Stored.registry(world.registry()))
        .of(events);
  }

  @Property(tries = 500)
  void twiceIsOnceAndTheOrderOfEventsIsNothing(@ForAll("worlds") World world) {
    Rerating.Result first = again(NEW, world, world.events());
    List<TollEvent> shuffled = new ArrayList<>(world.events());
    Collections.shuffle(shuffled, new Random(7));

    assertThat(again(NEW, world, shuffled)).isEqualTo(first);
    Rerating.Result second = again(NEW, world, Stored.with(world.events(), first.changes()));
    assertThat(second.changes()).isEmpty();
    assertThat(second.left()).isEqualTo(first.left());
  }

  @Property(tries = 500)
  void theTariffsByWhichAllWasRatedChangeNothing(@ForAll("worlds") World world) {
    assertThat(again(OLD, world, world.events()).changes()).isEmpty();
  }

  @Property(tries = 500)
  void afterwardsEveryAmountIsWhatIsComputedAgain(@ForAll("worlds") World world) {
    Rerating.Result result = again(NEW, world, world.events());
    if (!result.left().isEmpty()) {
      return; // a share of a cap may hang on one that was left
    }
    List<TollEvent> after = StandingEvents.of(Stored.with(world.events(), result.changes()));
    RecountedAmounts check = new RecountedAmounts(NEW);
    assertThat(after)
        .allSatisfy(
            event -> assertThat(check.check(event, after)).isEqualTo(new AmountVerdict.Holds()));
  }

  @Property(tries = 500)
  void onlyTheNewVersionsDaysChangeAndEachCorrectionTakesTheLastEventsPlace(
      @ForAll("worlds") World world) {
    Map<String, TollEvent> standing = new HashMap<>();
    StandingEvents.of(world.events()).forEach(event -> standing.put(event.getEventId(), event));
    for (Change change : again(NEW, world, world.events()).changes()) {
      TollEvent after = change.after();
      assertThat(standing.remove(after.getCorrects())).isEqualTo(change.before());
      assertThat(LocalDate.ofInstant(after.getAt(), Stored.ZONE)).isAfterOrEqualTo(CHANGE);
      assertThat(after.getCause()).isEqualTo(CorrectionCause.TARIFF);
      assertThat(after.getStatus()).isNotEqualTo(TollStatus.WITHDRAWN);
    }
  }

  @Property(tries = 500)
  void whatAPersonSaidStaysAndNoCapIsPassed(@ForAll("worlds") World world) {
    Rerating.Result result = again(NEW, world, world.events());
    for (Change change : result.changes()) {
      Charge after = change.after().getCharge();
      if (after != null) {
        assertThat(PersonFacts.of(after).values())
            .containsAllEntriesOf(PersonFacts.of(change.before().getCharge()).values());
      }
    }
    if (!result.left().isEmpty()) {
      return;
    }
    Map<String, BigDecimal> days = new HashMap<>();
    for (TollEvent event : StandingEvents.of(Stored.with(world.events(), result.changes()))) {
      if (event.getCharge() != null) {
        String day =
            event.getCharge().getTariffId() + LocalDate.ofInstant(event.getAt(), Stored.ZONE);
        assertThat(event.getCharge().getAmount()).isNotNegative();
        days.merge(day, event.getCharge().getAmount(), BigDecimal::add);
      }
    }
    assertThat(days.values()).allMatch(sum -> sum.compareTo(new BigDecimal("7")) <= 0);
  }
}
