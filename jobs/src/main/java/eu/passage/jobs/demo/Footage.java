package eu.passage.jobs.demo;

import eu.passage.avro.Frame;
import eu.passage.avro.WatchEntry;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.config.RecognitionSection;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.ScenarioPainter;
import eu.passage.jobs.scenario.ScenarioSettings;
import eu.passage.recognition.image.FetchSettings;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.schemas.cameras.Camera;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the cameras of a demonstration show.
 *
 * @param config with the cameras that the frames come from
 * @param watchlist what the police have listed
 * @param scenario its truth, where it is known
 */
record Footage(
    PassageConfig config,
    Iterator<Frame> frames,
    List<WatchEntry> watchlist,
    Optional<Scenario> scenario) {

  static Footage of(DemoSettings settings, PassageConfig config) {
    return settings
        .photographs()
        .map(folder -> photographs(folder, config))
        .orElseGet(() -> simulated(settings.seed(), config));
  }

  private static Footage simulated(long seed, PassageConfig config) {
    Scenario scenario =
        Scenario.of(
            ScenarioSettings.threeWeeks(seed), config.catalogue(), config.detection().roads());
    return new Footage(
        config,
        new ScenarioFrames(scenario, new ScenarioPainter(seed), true),
        scenario.watchlist(),
        Optional.of(scenario));
  }

  /** Photographs may be larger than what a camera may send: 100 megapixels. */
  private static final ImageLimits LIMITS = new ImageLimits(64 << 20, 20_000, 100_000_000);

  private static final Duration FETCH = Duration.ofSeconds(5);

  /** Nothing is known of where the photographs were taken: their camera watches no border. */
  private static Footage photographs(Path folder, PassageConfig config) {
    Camera camera =
        new Camera(
            DirectoryFrames.CAMERA, "BE", folder.toString(), "demo", 0, 0, null, null, false);
    List<Camera> cameras = new ArrayList<>(config.cameras());
    cameras.add(camera);
    Instant now = Instant.now(Clock.systemUTC());
    RecognitionSection recognition = config.recognition();
    FetchSettings fromFolder =
        new FetchSettings(List.of(folder.toAbsolutePath().normalize().toUri().toString()), FETCH);
    return new Footage(
        config.withCameras(cameras).with(recognition.with(LIMITS, fromFolder)),
        DirectoryFrames.of(folder, now),
        List.of(),
        Optional.empty());
  }
}
