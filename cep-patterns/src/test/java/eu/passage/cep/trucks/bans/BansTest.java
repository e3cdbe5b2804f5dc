package eu.passage.cep.trucks.bans;

import static eu.passage.cep.trucks.bans.Trucks.TEN;
import static eu.passage.cep.trucks.bans.Trucks.TRANSIT;
import static eu.passage.cep.trucks.bans.Trucks.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.Direction;
import eu.passage.avro.Side;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TruckPassage;
import eu.passage.cep.Samples;
import eu.passage.cep.toll.TollDraft;
import eu.passage.cep.trucks.TruckJoin;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BansTest {

  private static final String TRUCK = "1TRK555";
  private static final String IN = "FR>BE";
  private static final String OUT = "BE>FR";

  private final BreachNews news =
      new BreachNews(new Bans(List.of(TRANSIT)), ControlSettings.DEFAULTS);

  @Test
  void theClocksUncertaintySpeaksForTheTruck() {
    Sighting in = seen(0, TRUCK, IN, "EST-1"); // half a second each
    assertThat(news(in, seen(1199, TRUCK, OUT, "EST-3"))).hasSize(1);
    assertThat(news(in, seen(1200, TRUCK, OUT, "EST-3"))).isEmpty();
  }

  @Test
  void aMissedWayInIsNoneOfAnEarlierVisit() {
    assertThat(
            news(
                seen(0, TRUCK, IN, "EST-1"),
                seen(300, TRUCK, OUT, "EST-2"),
                seen(600, TRUCK, OUT, "EST-3")))
        .extracting(breach -> breach.last().point())
        .containsExactly("EST-2");
  }

  @Test
  void aWayInThatIsUnsureStillEndsTheVisitBefore() {
    Sighting unsure = unsure(seen(300, TRUCK, IN, "EST-3"));
    assertThat(news(seen(0, TRUCK, IN, "EST-1"), unsure, seen(600, TRUCK, OUT, "EST-3")))
        .as("in by EST-3 and out by EST-3")
        .isEmpty();
    assertThat(news(unsure, seen(600, TRUCK, OUT, "EST-2"))).as("too unsure to be told").isEmpty();
  }

  @Test
  void pointsThatLeadOneWayNeedNoBorder() {
    Ban village =
        Trucks.ban(
            "village", new Transit(Set.of("EST-1"), Set.of("EST-2"), null, Duration.ofMinutes(20)));
    List<Sighting> through = List.of(seen(0, TRUCK, "", "EST-1"), seen(60, TRUCK, "", "EST-2"));
    List<Sighting> back = List.of(seen(0, TRUCK, "", "EST-2"), seen(60, TRUCK, "", "EST-1"));

    assertThat(new Bans(List.of(village)).breaches(through)).hasSize(1);
    assertThat(new Bans(List.of(village)).breaches(back)).isEmpty();
  }

  @Test
  void frontAndRearOfATruckAreOnePassageOfTheTractor() {
    TruckPassage front = Trucks.view(TEN, TRUCK, IN, "EST-1");
    TruckPassage rear = Trucks.view(TEN.plusSeconds(2), "QABC123", IN, "EST-1");
    rear.setSide(Side.REAR);
    rear.setDirection(Direction.RECEDING);
    rear.setCameraId("EST-1-REAR");
    List<List<TruckPassage>> trucks =
        new TruckJoin(Duration.ofSeconds(8)).trucks(List.of(rear, front));
    List<Sighting> seen = new ArrayList<>();
    trucks.forEach(views -> seen.add(Sighting.of(TollDraft.of(views, "test"))));
    seen.add(seen(600, TRUCK, OUT, "EST-3"));

    List<Breach> told = news(seen.toArray(Sighting[]::new));

    assertThat(told).hasSize(1);
    assertThat(new ControlWriter().write(told.get(0)).getPassageIds())
        .startsWith(front.getPassageId(), rear.getPassageId())
        .hasSize(3);
    assertThat(new ControlWriter().write(told.get(0)).getPlate()).isEqualTo(TRUCK);
  }

  @Test
  void anExemptPlateThatIsMisreadOrWithoutItsCountryIsExempt() {
    assertThat(transit("1CMN001")).isEmpty();
    assertThat(transit("1CMNO01")).as("O for 0").isEmpty();
    assertThat(transit("1CMN002")).hasSize(1);
    List<Sighting> nowhere = new ArrayList<>();
    for (TollEvent draft :
        List.of(
            Trucks.draft(0, "1CMN001", IN, "EST-1"), Trucks.draft(60, "1CMN001", OUT, "EST-2"))) {
      draft.setCountry(null);
      nowhere.add(Sighting.of(draft));
    }
    assertThat(news(nowhere.toArray(Sighting[]::new))).isEmpty();
  }

  @Test
  void thePlateOfAnotherCountryIsNotExempt() {
    List<Sighting> french = new ArrayList<>();
    for (TollEvent draft :
        List.of(
            Trucks.draft(0, "1CMN001", IN, "EST-1"), Trucks.draft(60, "1CMN001", OUT, "EST-2"))) {
      draft.setCountry("FR");
      french.add(Sighting.of(draft));
    }
    assertThat(news(french.toArray(Sighting[]::new))).hasSize(1);
  }

  @Test
  void theVersionInForceWhenTheTruckLeavesIsMeant() {
    Ban now = version("1", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 11));
    Ban next = version("2", LocalDate.of(2026, 3, 11), LocalDate.MAX);
    Bans bans = new Bans(List.of(now, next));
    long midnight = -10 * 3600;

    assertThat(
            bans.breaches(
                List.of(
                    seen(midnight - 300, TRUCK, IN, "EST-1"),
                    seen(midnight + 300, TRUCK, OUT, "EST-2"))))
        .extracting(breach -> breach.ban().version())
        .containsExactly("2");
  }

  @Test
  void twoVersionsOnOneDayAreRefused() {
    Ban now = version("1", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 12));
    Ban next = version("2", LocalDate.of(2026, 3, 11), LocalDate.MAX);

    assertThatThrownBy(() -> new Bans(List.of(now, next)))
        .hasMessageContaining("versions 1 and 2 of ban transit");
  }

  @Test
  void holidaysAreThoseOfThePointsCountry() {
    Closure open = new Closure(Set.of(DayOfWeek.values()), Closure.OnHolidays.OPEN, 0, 1440);
    Instant nationalDay = Samples.local("2026-07-21T12:00");

    assertThat(open.holds(nationalDay, "BE")).isFalse();
    assertThat(open.holds(nationalDay, "FR")).isTrue();
  }

  @Test
  void aNightBelongsToTheDayItBeginsOn() {
    Closure fridays = new Closure(Set.of(DayOfWeek.FRIDAY), Closure.OnHolidays.AS_USUAL, 1320, 360);

    assertThat(fridays.holds(Samples.local("2026-03-13T22:00"), "BE")).isTrue();
    assertThat(fridays.holds(Samples.local("2026-03-14T05:59"), "BE")).isTrue();
    assertThat(fridays.holds(Samples.local("2026-03-14T06:00"), "BE")).isFalse();
    assertThat(fridays.holds(Samples.local("2026-03-13T05:59"), "BE")).isFalse();
    assertThat(fridays.holds(Samples.local("2026-03-14T22:00"), "BE")).isFalse();
  }

  @Test
  void atTheEdgeOfClosedHoursTheClockSpeaksForTheTruck() {
    Closure night = new Closure(Set.of(DayOfWeek.values()), Closure.OnHolidays.AS_USUAL, 600, 660);
    Ban closed = Trucks.ban("night", new ClosedHours(Set.of("EST-1"), List.of(night)));
    Bans bans = new Bans(List.of(closed));

    assertThat(bans.breaches(List.of(seen(0, TRUCK, IN, "EST-1")))).isEmpty();
    assertThat(bans.breaches(List.of(seen(1, TRUCK, IN, "EST-1")))).hasSize(1);
  }

  @Test
  void whatTheSensorMayBeWrongByIsTakenOff() {
    Overweight limit = new Overweight(Set.of("EST-1"), Map.of(2, 19_000), 44_000, 5);

    assertThat(limit.breaches(List.of(weighed(46_316)))).isEmpty();
    assertThat(limit.breaches(List.of(weighed(46_317)))).hasSize(1);
    assertThat(limit.breaches(List.of(seen(0, TRUCK, IN, "EST-1")))).as("not weighed").isEmpty();
  }

  private static Sighting weighed(int kilograms) {
    TollEvent draft = Trucks.draft(0, TRUCK, IN, "EST-1");
    draft.setAxles(5);
    draft.setWeightKg(kilograms);
    return Sighting.of(draft);
  }

  private static Sighting unsure(Sighting seen) {
    TollEvent draft = Trucks.draft(0, seen.plate(), IN, seen.point());
    draft.setPassageId(seen.passageId());
    draft.setAt(seen.at());
    draft.setPlateConfidence(0.5f);
    return Sighting.of(draft);
  }

  private static Ban version(String version, LocalDate from, LocalDate to) {
    return new Ban("transit", version, "a test", "en", from, to, TRANSIT.restriction(), List.of());
  }

  private List<Breach> transit(String plate) {
    return news(seen(0, plate, IN, "EST-1"), seen(60, plate, OUT, "EST-2"));
  }

  private List<Breach> news(Sighting... passages) {
    return news.news(List.of(passages), Set.of(), Instant.MAX);
  }
}
