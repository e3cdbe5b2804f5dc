package eu.passage.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.roads.CrowsFlight;
import eu.passage.cep.roads.Road;
import eu.passage.schemas.cameras.Camera;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code deploy/examples/inland-camera.yaml}: that it is what its comments say. */
class InlandExampleTest {

  private static final String INLAND = "TOU-1";

  private final PassageConfig example =
      ConfigFile.read(Path.of("../deploy/examples/inland-camera.yaml"));

  @Test
  void theThreeCamerasAtTheBorderAreThoseThatAreShipped() {
    assertThat(example.cameras()).hasSize(4).startsWith(shippedCameras());
  }

  @Test
  void everyRoadIsTheCrowsFlightRoundedDownOrAnotherWayThatIsSooner() {
    List<Road> roads = example.detection().roads().roads();
    assertThat(roads).hasSize(39);
    assertThat(roads)
        .allSatisfy(
            road ->
                assertThat(road.fastest())
                    .as("from %s to %s", road.from(), road.to())
                    .isEqualTo(soonest(road, roads)));
    assertThat(example.doubts()).isEmpty();
  }

  @Test
  void itsRoadsBetweenTheShippedPlacesAreTheShippedRoads() {
    assertThat(example.detection().roads().roads())
        .filteredOn(road -> !road.from().equals(INLAND) && !road.to().equals(INLAND))
        .containsExactlyInAnyOrderElementsOf(ConfigFile.defaults().detection().roads().roads());
  }

  @Test
  void allElseIsAsItIsShipped() {
    PassageConfig shipped = ConfigFile.defaults();
    assertThat(example.detection().recipients()).isEqualTo(shipped.detection().recipients());
    assertThat(example.detection().followUp()).isEqualTo(shipped.detection().followUp());
    assertThat(example.detection().roads().borders())
        .isEqualTo(shipped.detection().roads().borders());
  }

  private static Camera[] shippedCameras() {
    return ConfigFile.defaults().cameras().toArray(Camera[]::new);
  }

  /** By the crow's line, or by one other place in the same country. */
  private Duration soonest(Road road, List<Road> roads) {
    CrowsFlight crow = new CrowsFlight(example.catalogue(), example.detection().roads());
    Duration straight = crow.between(road.from(), road.to()).orElseThrow();
    Stream<Duration> byOthers =
        legs(roads, road.country(), one -> one.from().equals(road.from()))
            .flatMap(
                first ->
                    legs(
                            roads,
                            road.country(),
                            one -> one.from().equals(first.to()) && one.to().equals(road.to()))
                        .map(second -> first.fastest().plus(second.fastest())));
    return Stream.concat(Stream.of(straight.truncatedTo(ChronoUnit.MINUTES)), byOthers)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Stream<Road> legs(List<Road> roads, String country, Predicate<Road> which) {
    return roads.stream().filter(one -> one.country().equals(country)).filter(which);
  }
}
