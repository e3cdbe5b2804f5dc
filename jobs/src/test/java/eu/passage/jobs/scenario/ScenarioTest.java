package eu.passage.jobs.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.Direction;
import eu.passage.avro.VehicleType;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import eu.passage.schemas.plates.VehicleKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ScenarioTest {

  private static final Duration DAY = Duration.ofDays(1);

  @Property(tries = 20)
  void theSameSettingsGiveTheSameScenario(@ForAll long seed) {
    assertThat(week(seed)).isEqualTo(week(seed));
  }

  @Property(tries = 20)
  void anotherSeedGivesOtherTraffic(@ForAll long seed) {
    assertThat(week(seed).passages()).isNotEqualTo(week(seed + 1).passages());
  }

  @Property(tries = 20)
  void aLongerScenarioBeginsWithTheDaysOfAShorterOne(@ForAll long seed) {
    ScenarioSettings week = ScenarioSettings.week(seed);
    ScenarioSettings day = new ScenarioSettings(seed, week.firstDay(), 1, week.perDay());
    List<TruePassage> first = Scenario.of(day, Roads.cameras()).passages();
    assertThat(week(seed).passages().subList(0, first.size())).isEqualTo(first);
  }

  @Property(tries = 20)
  void everyStoryIsToldOnTheFirstDay(@ForAll long seed) {
    List<TruePassage> passages = week(seed).passages();
    Instant evening = passages.get(0).at().plus(DAY);
    assertThat(passages)
        .filteredOn(p -> p.at().isBefore(evening))
        .extracting(TruePassage::story)
        .containsAll(EnumSet.complementOf(EnumSet.of(Story.WANTED_BY_NIGHT)));
  }

  @Property(tries = 20)
  void passagesAreNumberedInOrderOfTime(@ForAll long seed) {
    List<TruePassage> passages = week(seed).passages();
    assertThat(passages).isSortedAccordingTo(Comparator.comparing(TruePassage::at));
    for (int i = 0; i < passages.size(); i++) {
      assertThat(passages.get(i).number()).isEqualTo(i);
    }
  }

  @Property(tries = 20)
  void platesAreUniqueEvenWhenLookAlikesAreFolded(@ForAll long seed) {
    Map<String, TrueVehicle> byFoldedPlate = new HashMap<>();
    for (TruePassage passage : week(seed).passages()) {
      TrueVehicle vehicle = passage.vehicle();
      Optional.ofNullable(byFoldedPlate.put(VehicleKey.fold(vehicle.plate()), vehicle))
          .ifPresent(other -> assertThat(other).isEqualTo(vehicle));
    }
  }

  @Property(tries = 20)
  void aVehicleIsNeverBeforeACameraWithAnother(@ForAll long seed) {
    Map<String, List<TruePassage>> byCamera =
        week(seed).passages().stream().collect(Collectors.groupingBy(TruePassage::cameraId));
    for (List<TruePassage> passages : byCamera.values()) {
      for (int i = 1; i < passages.size(); i++) {
        Duration gap = Duration.between(passages.get(i - 1).at(), passages.get(i).at());
        assertThat(gap).isGreaterThanOrEqualTo(Duration.ofSeconds(9));
      }
    }
  }

  @Property(tries = 20)
  void aVehicleSeenAgainIsOnTheOtherSideOfTheBorder(@ForAll long seed) {
    Map<TrueVehicle, TruePassage> last = new HashMap<>();
    for (TruePassage passage : week(seed).passages()) {
      boolean staysOneWay =
          passage.story() == Story.WATCHED || passage.story() == Story.ONCE_WATCHED;
      Optional.ofNullable(last.put(passage.vehicle(), passage))
          .filter(before -> !staysOneWay)
          .filter(before -> Duration.between(before.at(), passage.at()).compareTo(DAY) < 0)
          .ifPresent(
              before -> {
                assertThat(passage.from()).isEqualTo(before.to());
                assertThat(Duration.between(before.at(), passage.at())).isPositive();
              });
    }
  }

  @Property(tries = 20)
  void theDirectionBeforeTheCameraIsTheOneItsCatalogueEntryGivesTheCrossing(@ForAll long seed) {
    CameraCatalogue cameras = Roads.cameras();
    for (TruePassage passage : week(seed).passages()) {
      Camera camera = cameras.find(passage.cameraId()).orElseThrow();
      Camera.Crossing crossing =
          passage.direction() == Direction.APPROACHING ? camera.approaching() : camera.receding();
      assertThat(crossing).isEqualTo(new Camera.Crossing(passage.from(), passage.to()));
    }
  }

  @Property(tries = 20)
  void motorcyclesAreSeenFromBehindWhereTheirPlateIs(@ForAll long seed) {
    assertThat(week(seed).passages())
        .filteredOn(p -> p.vehicle().type() == VehicleType.MOTORCYCLE)
        .isNotEmpty()
        .allMatch(p -> p.direction() == Direction.RECEDING);
  }

  @Test
  void commutersStayAtHomeAtTheWeekend() {
    Instant saturday =
        ScenarioSettings.week(1)
            .firstDay()
            .plusDays(5)
            .atStartOfDay(ScenarioSettings.ZONE)
            .toInstant();
    List<TruePassage> commutes =
        week(1).passages().stream().filter(p -> p.story() == Story.COMMUTER).toList();
    assertThat(commutes).hasSize(5 * 2 * 4).allMatch(p -> p.at().isBefore(saturday));
  }

  @Property(tries = 20)
  void aDayRaisesEveryFamilyOfAlertAndFiveTollEvents(@ForAll long seed) {
    Scenario scenario = week(seed);
    Instant start = scenario.passages().get(0).at();
    List<TruePassage> morning =
        scenario.passages().stream()
            .filter(p -> p.at().isBefore(start.plus(Duration.ofHours(9))))
            .toList();
    Oracle oracle = new Oracle(scenario.watchlist());
    List<ExpectedAlert> alerts = oracle.alerts(morning, morning.get(morning.size() - 1).at());
    assertThat(alerts)
        .extracting(ExpectedAlert::ruleId)
        .contains("watchlist-hit", "recurring-crossings", "night-dash");
    assertThat(Oracle.tolls(morning)).hasSizeGreaterThanOrEqualTo(5);
    // what a machine of four frames a second shows within 90 seconds
    assertThat(morning.stream().mapToInt(TruePassage::frames).sum()).isLessThan(4 * 90);
  }

  @Property(tries = 20)
  void everyRuleOfTheOracleComesTrueOnEveryDay(@ForAll long seed) {
    Scenario scenario = week(seed);
    Instant end = scenario.passages().get(scenario.passages().size() - 1).at();
    Map<String, List<ExpectedAlert>> byRule =
        new Oracle(scenario.watchlist())
            .alerts(scenario.passages(), end).stream()
                .collect(Collectors.groupingBy(ExpectedAlert::ruleId));
    assertThat(byRule.keySet())
        .containsExactlyInAnyOrder(
            "watchlist-hit", "recurring-crossings", "night-dash", "truck-did-not-return");
    assertThat(byRule.get("watchlist-hit")).hasSize(3 * 7);
    assertThat(byRule.get("recurring-crossings")).hasSize(7);
    assertThat(byRule.get("night-dash")).hasSize(7);
    assertThat(byRule.get("truck-did-not-return")).hasSize(7);
  }

  @Test
  void theStoriesThatNearlyLookTheSameRaiseNothing() {
    Scenario scenario = week(3);
    Instant end = scenario.passages().get(scenario.passages().size() - 1).at();
    List<Story> alerted = new ArrayList<>();
    for (ExpectedAlert alert : new Oracle(scenario.watchlist()).alerts(scenario.passages(), end)) {
      alerted.add(alert.last().story());
    }
    assertThat(alerted)
        .doesNotContain(
            Story.ONCE_ONLY,
            Story.COMMUTER,
            Story.TRUCK_ROUND,
            Story.TRUCK_LEAVES,
            Story.BUS,
            Story.MOTORCYCLE,
            Story.ONCE_WATCHED,
            Story.NIGHT_WORKER,
            Story.BUSY_DRIVER);
  }

  @Test
  void twoCamerasAreTooFew() {
    List<Camera> two = Roads.cameras().all().stream().filter(c -> !c.id().equals("EST-3")).toList();
    assertThatThrownBy(() -> Scenario.of(ScenarioSettings.week(1), new CameraCatalogue(two)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the catalogue has 2");
  }

  private static Scenario week(long seed) {
    return Scenario.of(ScenarioSettings.week(seed), Roads.cameras());
  }
}
