package eu.passage.jobs.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.Box;
import eu.passage.avro.Notice;
import eu.passage.avro.Observation;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchStep;
import eu.passage.jobs.DetectionJob;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.kafka.CommittedReader;
import eu.passage.jobs.kafka.Eventually;
import eu.passage.jobs.kafka.SampleRecords;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bulk lists into the running job: how old they are, when they are stale, what people take back.
 */
@Timeout(300)
class ListsLiveTest {

  private static final String CAR = "1ABC234";
  private static final String ROWS = "plate,country\n1ABC234,BE\n2XYZ987,BE\n";

  private final LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 2);
  private final PassageConfig config = platform.config();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Instant stale = now.minus(Duration.ofHours(40));

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void aStaleListIsToldAConfirmedOneIsYoungAndWhatIsTakenBackStaysOut() throws Exception {
    runDetection();
    try (var alerts = new CommittedReader<>(Topic.ALERTS, Alert.class, config);
        var notices = new CommittedReader<>(Topic.noticesOf("operators"), Notice.class, config);
        var events = new CommittedReader<>(Topic.WATCH_EVENTS, WatchEvent.class, config)) {
      imported(ROWS, stale);
      assertThat(Eventually.read(notices, all -> !all.isEmpty()))
          .singleElement()
          .satisfies(
              notice ->
                  assertThat(notice.getTexts().get("en"))
                      .startsWith("List stolen is stale: making 1 was made at " + stale));
      pass(CAR, "a");
      assertThat(Eventually.read(alerts, all -> all.stream().anyMatch(ListsLiveTest::isHit)))
          .filteredOn(ListsLiveTest::isHit)
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.getWatch().getMadeAt()).isEqualTo(stale);
                assertThat(alert.getReason()).contains("A newer list is overdue");
              });

      assertThat(imported(ROWS, now).out()).contains("2 unchanged, 0 withdrawn");
      pass("2XYZ987", "b");
      assertThat(Eventually.read(alerts, all -> all.stream().anyMatch(ListsLiveTest::isHit)))
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.getWatch().getMadeAt()).as("confirmed").isEqualTo(now);
                assertThat(alert.getWatch().getVersion()).isEqualTo(1);
                assertThat(alert.getReason()).doesNotContain("overdue");
              });

      String id =
          Eventually.read(events, all -> all.size() >= 4).stream()
              .filter(event -> event.getStep() == WatchStep.ACTIVE)
              .map(WatchEvent::getEntryId)
              .filter(entry -> watch("show", entry).out().contains(CAR))
              .findFirst()
              .orElseThrow();
      WatchRun back = watch("withdraw", id, "--by=patrol", "--because=found", "--timeout=60s");
      assertThat(back.status()).as(back.err()).isEqualTo(ExitCode.OK);
      String changed = ROWS.replace("\n1ABC234,BE", "\n1ABC234,BE\n3DEF456,BE");
      assertThat(imported(changed, Instant.now()).out()).contains("1 kept out");
      Eventually.read(events, all -> all.stream().anyMatch(e -> e.getStep() == WatchStep.ACTIVE));
      pass(CAR, "c");
      pass("3DEF456", "d");
      assertThat(Eventually.read(alerts, all -> all.stream().anyMatch(ListsLiveTest::isHit)))
          .extracting(Alert::getPlate)
          .containsExactly("3DEF456");
    }
  }

  private static boolean isHit(Alert alert) {
    return alert.getWatch() != null;
  }

  private WatchRun imported(String text, Instant madeAt) throws Exception {
    Path file = Files.writeString(folder.resolve("list.csv"), text);
    WatchRun run =
        watch(
            "import",
            file.toString(),
            "--list=stolen",
            "--made-at=" + madeAt,
            "--approver=prosecutor",
            "--requester=vehicle registry",
            "--basis=a law",
            "--purpose=judicial",
            "--case=2026/1",
            "--action=observe",
            "--offence=stolen-vehicle",
            "--from=2026-03-01",
            "--until=2126-01-01",
            "--notify=police-be");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.OK);
    return run;
  }

  private WatchRun watch(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--bootstrap=" + config.kafka().bootstrapServers());
    all.add("--registry=" + config.registry().url());
    return WatchRun.of(all.toArray(String[]::new));
  }

  private void runDetection() {
    StreamExecutionEnvironment env = platform.cluster().environment();
    DetectionJob.build(env, config);
    platform.cluster().submit(env, DetectionJob.NAME);
  }

  private void pass(String plate, String id) {
    Instant at = Instant.now();
    try (var writer = new TopicWriter<>(config, Topic.OBSERVATIONS, Observation.class)) {
      for (int frame = 0; frame < 3; frame++) {
        Observation observation =
            SampleRecords.reading(id + frame, "EST-1", at.plusMillis(250L * frame), plate);
        observation.setVehicleBox(new Box(480, 100 + 100 * frame, 360, 300));
        observation.setPlateBox(new Box(600, 300 + 100 * frame, 120, 28));
        writer.write(observation);
      }
      writer.flush();
    }
  }
}
