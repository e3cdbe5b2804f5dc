package eu.passage.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Frame;
import eu.passage.avro.Observation;
import eu.passage.jobs.RecognitionJob;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.kafka.CommittedReader;
import eu.passage.jobs.kafka.Eventually;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.jobs.scenario.FrameMaker;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.ScenarioPainter;
import eu.passage.jobs.scenario.ScenarioSettings;
import eu.passage.jobs.scenario.TrueFrame;
import eu.passage.jobs.scenario.TruePassage;
import eu.passage.schemas.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The recognition job as a jar on a session cluster: every submission gets a class loader of its
 * own, child first, while the native libraries load once for the process.
 */
@Tag("slow")
@Timeout(300)
class RecognitionJobJarTest {

  private static final long SEED = 5;
  private static final int PASSAGES = 3;
  private static final List<String> LOADERS =
      Stream.of("JobManager", "TaskManager", "client")
          .flatMap(whose -> Stream.of(1, 2, 3).map(start -> whose + " " + start))
          .toList();

  private final Scenario scenario =
      Scenario.of(ScenarioSettings.shortDay(SEED), ConfigFile.defaults().catalogue());
  private final ScenarioPainter painter = ScenarioPainter.inClearDaylight(SEED);

  /** What each picture truly shows; drawn once, sent in every run. */
  private final Map<TrueFrame, byte[]> pictures = new LinkedHashMap<>();

  @TempDir private Path directory;

  @Test
  void startedThreeTimesInOneTaskManagerItReadsTheSameEachTimeAndGivesBackItsClassLoaders()
      throws Exception {
    drawPictures();
    Path jar = directory.resolve("job.jar");
    JobJar.write(jar);
    try (LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1);
        SessionCluster cluster =
            SessionCluster.start(jar, RecognitionJob.class, config(platform), directory);
        var frames = new TopicWriter<>(platform.config(), Topic.FRAMES, Frame.class);
        var observations =
            new CommittedReader<>(Topic.OBSERVATIONS, Observation.class, platform.config())) {
      List<Map<String, String>> runs = new ArrayList<>();
      for (String end : List.of("cancel", "cancel", "drain")) {
        String run = "run-" + runs.size() + "-";
        cluster.tell("start");
        send(frames, run);
        runs.add(read(observations, run));
        send(frames, run + "when-stopped-"); // so that it ends amid its work
        assertThat(cluster.tell(end)).isEqualTo(end.equals("drain") ? "FINISHED" : "CANCELED");
      }
      assertThat(misread(runs.get(0))).hasSizeLessThanOrEqualTo(pictures.size() / 6);
      assertThat(runs).as("every run reads the same").containsOnly(runs.get(0));
      assertThat(cluster.tell("loaders")).isEqualTo(LOADERS.toString());
      // threads of JavaCPP and JNA remember for ever who was on the stack when they were started
      assertThat(cluster.tell("held")).isIn("[]", "[TaskManager 1]");
    }
  }

  private void drawPictures() {
    List<TruePassage> passages = scenario.passages().subList(0, PASSAGES);
    for (TruePassage passage : passages) {
      for (TrueFrame frame : scenario.framesOf(passage)) {
        pictures.put(frame, painter.apply(frame));
      }
    }
  }

  private void send(TopicWriter<Frame> frames, String run) {
    pictures.forEach(
        (frame, jpeg) -> {
          Frame record = FrameMaker.of(frame, jpeg);
          record.setFrameId(run + frame.frameId());
          frames.write(record);
        });
    frames.flush();
  }

  /** What was read in each picture. */
  private Map<String, String> read(CommittedReader<Observation> observations, String run)
      throws Exception {
    List<String> expected = pictures.keySet().stream().map(frame -> run + frame.frameId()).toList();
    return Eventually.read(
            observations,
            all ->
                all.stream()
                    .map(Observation::getFrameId)
                    .collect(Collectors.toSet())
                    .containsAll(expected))
        .stream()
        .filter(observation -> expected.contains(observation.getFrameId()))
        .filter(observation -> observation.getPlate() != null)
        .collect(
            Collectors.toMap(
                observation -> observation.getFrameId().substring(run.length()),
                observation -> observation.getPlate().getText(),
                (one, other) -> one + " " + other));
  }

  private List<String> misread(Map<String, String> texts) {
    return pictures.keySet().stream()
        .filter(frame -> !frame.passage().vehicle().plate().equals(texts.get(frame.frameId())))
        .map(frame -> frame.passage().vehicle().plate() + " " + texts.get(frame.frameId()))
        .toList();
  }

  private Path config(LocalPlatform platform) throws Exception {
    return Files.writeString(
        directory.resolve("own.yaml"),
        """
        kafka: {bootstrapServers: "%s"}
        registry: {url: "%s"}
        flink: {parallelism: 1}
        """
            .formatted(
                platform.config().kafka().bootstrapServers(), platform.config().registry().url()));
  }
}
