package eu.passage.jobs.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Direction;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.roads.Road;
import eu.passage.cep.roads.RoadSettings;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The car that the demonstration tells of where there is a camera inland. */
class WantedByNightTest {

  private static final PassageConfig INLAND =
      ConfigFile.read(Path.of("../deploy/examples/inland-camera.yaml"));

  @Property(tries = 20)
  void everyNightItIsSeenInlandAndMinutesLaterLeaves(@ForAll long seed) {
    List<TruePassage> passages = ofTheCar(week(seed));

    assertThat(passages).hasSize(2 * 7);
    for (int night = 0; night < 7; night++) {
      TruePassage inland = passages.get(2 * night);
      assertThat(inland.cameraId()).isEqualTo("TOU-1");
      assertThat(inland.direction()).isEqualTo(Direction.APPROACHING);
      assertThat(inland.isCrossing()).isFalse();
      TruePassage border = passages.get(2 * night + 1);
      assertThat(border.cameraId()).isEqualTo("EST-3");
      assertThat(border.from() + ">" + border.to()).isEqualTo("BE>FR");
      assertThat(Duration.between(inland.at(), border.at()))
          .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(10));
    }
  }

  @Property(tries = 20)
  void bothPassagesAreHitsAndNothingElseComesOfThem(@ForAll long seed) {
    Scenario scenario = week(seed);
    List<TruePassage> passages = ofTheCar(scenario);
    Instant end = passages.get(passages.size() - 1).at();

    assertThat(new Oracle(scenario.watchlist()).alerts(passages, end))
        .containsExactlyElementsOf(
            passages.stream()
                .map(passage -> new ExpectedAlert("watchlist-hit", List.of(passage)))
                .toList());
    assertThat(scenario.watchlist())
        .filteredOn(entry -> entry.getPlate().equals(passages.get(0).vehicle().plate()))
        .singleElement()
        .returns(WatchAction.STOP, WatchEntry::getAction)
        .returns("aggravated-theft", WatchEntry::getOffence);
  }

  @Property(tries = 20)
  void whatElsePassesIsAsWithoutTheCamera(@ForAll long seed) {
    PassageConfig shipped = ConfigFile.defaults();
    Scenario without = Scenario.of(ScenarioSettings.week(seed), shipped.catalogue());

    assertThat(withoutNumbers(week(seed).passages()).toList())
        .containsExactlyElementsOf(withoutNumbers(without.passages()).toList());
  }

  @Test
  void theShippedConfigurationHasNoCameraForIt() {
    PassageConfig shipped = ConfigFile.defaults();
    Scenario scenario =
        Scenario.of(ScenarioSettings.week(1), shipped.catalogue(), shipped.detection().roads());

    assertThat(ofTheCar(scenario)).isEmpty();
    assertThat(scenario).isEqualTo(Scenario.of(ScenarioSettings.week(1), shipped.catalogue()));
  }

  @Test
  void itPassesTheCameraTheWayThatLeadsToTheBorder() {
    RoadSettings roads = INLAND.detection().roads();
    List<Road> turned =
        roads.roads().stream()
            .filter(road -> road.arriving() == null)
            .map(
                road ->
                    new Road(
                        road.from(),
                        road.to(),
                        road.country(),
                        road.fastest(),
                        road.leaving() == null ? null : Road.Way.RECEDING,
                        null))
            .toList();
    RoadSettings other =
        new RoadSettings(
            roads.lookAhead(), roads.mostPlaces(), roads.junctions(), roads.borders(), turned);

    List<TruePassage> passages =
        ofTheCar(Scenario.of(ScenarioSettings.shortDay(1), INLAND.catalogue(), other));

    assertThat(passages).hasSize(2);
    assertThat(passages.get(0).direction()).isEqualTo(Direction.RECEDING);
  }

  private static Scenario week(long seed) {
    return Scenario.of(ScenarioSettings.week(seed), INLAND.catalogue(), INLAND.detection().roads());
  }

  private static List<TruePassage> ofTheCar(Scenario scenario) {
    return scenario.passages().stream()
        .filter(passage -> passage.story() == Story.WANTED_BY_NIGHT)
        .toList();
  }

  private static Stream<String> withoutNumbers(List<TruePassage> passages) {
    return passages.stream()
        .filter(passage -> passage.story() != Story.WANTED_BY_NIGHT)
        .map(
            p ->
                "%s %s %s %s %s %s"
                    .formatted(
                        p.story(), p.vehicle(), p.cameraId(), p.direction(), p.at(), p.frames()));
  }
}
