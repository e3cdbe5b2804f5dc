package eu.passage.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.roads.Road;
import eu.passage.schemas.cameras.Camera;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code deploy/examples/inland-camera.yaml}: that it is what its comments say. */
class InlandExampleTest {

  /** 90 km/h. */
  private static final double METRES_A_MINUTE = 1500;

  private static final double EARTH_METRES = 6_371_000;

  private final PassageConfig example =
      ConfigFile.read(Path.of("../deploy/examples/inland-camera.yaml"));

  @Test
  void theThreeCamerasAtTheBorderAreThoseThatAreShipped() {
    assertThat(example.cameras()).hasSize(4).startsWith(shippedCameras());
  }

  @Test
  void betweenCamerasTheFastestIsTheCrowsFlightAtNinetyRoundedDown() {
    List<Road> roads =
        example.detection().roads().roads().stream()
            .filter(road -> example.catalogue().find(road.to()).isPresent())
            .toList();
    assertThat(roads).hasSize(18);
    assertThat(roads)
        .allSatisfy(
            road ->
                assertThat(road.fastest())
                    .as("from %s to %s", road.from(), road.to())
                    .isEqualTo(
                        Duration.ofMinutes(
                            (long)
                                (metres(camera(road.from()), camera(road.to()))
                                    / METRES_A_MINUTE))));
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

  private Camera camera(String id) {
    return example.catalogue().find(id).orElseThrow();
  }

  private static double metres(Camera one, Camera other) {
    double up = Math.toRadians(other.latitude() - one.latitude());
    double along = Math.toRadians(other.longitude() - one.longitude());
    double middle = Math.toRadians((one.latitude() + other.latitude()) / 2);
    return EARTH_METRES * Math.hypot(up, along * Math.cos(middle));
  }
}
