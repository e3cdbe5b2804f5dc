package eu.passage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.avro.Alert;
import eu.passage.avro.Passage;
import eu.passage.avro.TollEvent;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.scenario.Oracle;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.ScenarioPainter;
import eu.passage.jobs.scenario.ScenarioSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Frames through the real broker, the jobs and back out. In clear daylight: what the nets read in
 * rain and dark is measured elsewhere, here every passage must come out right.
 */
@Timeout(600)
class EndToEndTest {

  /** Longer than several checkpoints of all jobs: what has not come by then does not come. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  /** Longer than a restart from a checkpoint takes on a busy machine. */
  private static final Duration STUCK = Duration.ofSeconds(20);

  /** A day on which the shipped nets take no truck for anything else. */
  private static final long SEED = 14;

  private final PassageConfig config = ConfigFile.defaults();
  private final Scenario scenario =
      Scenario.of(ScenarioSettings.shortDay(SEED), config.catalogue());
  private final Proof proof = new Proof(scenario);

  @Test
  void aDayAtTheBorderComesOutAsItWas() throws Exception {
    try (LiveSystem system = LiveSystem.start(config, scenario.watchlist());
        Cameras cameras = system.film(film())) {
      system.await("all frames published", cameras::areDone);
      awaitAll(system);
      proof.holdsFor(system);
    }
  }

  @Test
  void aTaskManagerThatDiesInMidStreamLosesNothingAndNothingComesTwice() throws Exception {
    int third = scenario.frames().size() / 3;
    try (LiveSystem system = LiveSystem.start(config, scenario.watchlist());
        Cameras cameras = system.film(film())) {
      system.await("a third of the frames", () -> cameras.published() > third);
      system.await("a first alert", () -> !system.all(Alert.class).isEmpty());
      system.cluster().replaceTaskManager();
      system.await("all frames published", cameras::areDone);
      awaitAll(system);
      proof.holdsFor(system);
      assertThat(restorations(system.cluster().webUi()))
          .as("restorations from a checkpoint, by job")
          .hasSize(3)
          .allSatisfy(count -> assertThat(count).isPositive());
    }
  }

  /** How often each job came back from a checkpoint, as Flink's REST tells. */
  private static List<Integer> restorations(URI webUi) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Integer> counts = new ArrayList<>();
    for (JsonNode job : json.readTree(webUi.resolve("/jobs").toURL()).path("jobs")) {
      URI checkpoints = webUi.resolve("/jobs/" + job.path("id").asText() + "/checkpoints");
      counts.add(json.readTree(checkpoints.toURL()).path("counts").path("restored").asInt());
    }
    return counts;
  }

  private ScenarioFrames film() {
    return new ScenarioFrames(scenario, ScenarioPainter.inClearDaylight(SEED), false);
  }

  /**
   * All that must come has come, or nothing comes any more: what is missing then, the proof says.
   */
  private void awaitAll(LiveSystem system) throws InterruptedException {
    system.await(
        "every passage, alert and toll event",
        () ->
            system.isQuietFor(STUCK)
                || (system.all(Passage.class).size() >= scenario.passages().size()
                    && system.all(Alert.class).size() >= proof.expectedAlerts().size()
                    && system.all(TollEvent.class).size()
                        >= Oracle.tolls(scenario.passages()).size()));
    system.await("no more records", () -> system.isQuietFor(QUIET));
  }
}
