package eu.passage.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertKind;
import eu.passage.avro.CameraCount;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.WatchEntry;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CommittedReader;
import eu.passage.jobs.kafka.Eventually;
import eu.passage.jobs.kafka.SampleRecords;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class DetectionJobTest {

  @Test
  void aWatchedVehicleOnAnEmptyRoadGivesOnePassageAndOneAlert() throws Exception {
    try (LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 2)) {
      PassageConfig config = platform.config();
      StreamExecutionEnvironment env = platform.cluster().environment();
      DetectionJob.build(env, config);
      platform.cluster().submit(env, DetectionJob.NAME);
      publish(config);

      try (var passages = new CommittedReader<>(Topic.PASSAGES, Passage.class, config);
          var alerts = new CommittedReader<>(Topic.ALERTS, Alert.class, config)) {
        List<Passage> seen = Eventually.read(passages, all -> !all.isEmpty());
        Alert alert = Eventually.read(alerts, all -> !all.isEmpty()).get(0);

        assertThat(alert.getKind()).isEqualTo(AlertKind.WATCHLIST);
        assertThat(alert.getPlate()).isEqualTo("1ABC234");
        assertThat(seen)
            .singleElement()
            .satisfies(
                passage -> {
                  assertThat(passage.getPassageId())
                      .isEqualTo(alert.getPassages().get(0).getPassageId());
                  assertThat(passage.getCameraId()).isEqualTo("EST-1");
                });
      }
      assertThat(names(platform.directory().toFile()))
          .as("files of state: little of it travels with the checkpoint's own")
          .noneMatch(name -> name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    }
  }

  /** What no alert waits for: it comes when the slot is over. */
  @Test
  void whatPassedIsCountedAndALatePassageGivesTheSlotAgain() throws Exception {
    try (LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 2)) {
      PassageConfig config = platform.config();
      StreamExecutionEnvironment env = platform.cluster().environment();
      DetectionJob.build(env, config);
      platform.cluster().submit(env, DetectionJob.NAME);
      try (var observations = new TopicWriter<>(config, Topic.OBSERVATIONS, Observation.class);
          var counts = new CommittedReader<>(Topic.CAMERA_COUNTS, CameraCount.class, config)) {
        pass(observations, "a", Duration.ZERO, "1ABC234");
        pass(observations, "a", Duration.ZERO, "1ABC234"); // sent again
        pass(observations, "b", Duration.ofMinutes(6), "1XYZ987");
        CameraCount first = Eventually.read(counts, all -> !all.isEmpty()).get(0);
        platform.cluster().replaceTaskManager();
        pass(observations, "c", Duration.ofMinutes(1), "2ABC345"); // late
        pass(observations, "d", Duration.ofMinutes(20), "1XYZ987");
        List<CameraCount> later =
            Eventually.read(
                counts, all -> all.stream().anyMatch(count -> count.getRevision() == 2));

        assertThat(first)
            .returns("EST-1", CameraCount::getCameraId)
            .returns("EST-1", CameraCount::getChargingPoint)
            .returns(SampleRecords.START, CameraCount::getStartsAt)
            .returns(1, CameraCount::getPlatesRead)
            .returns(1, CameraCount::getRevision);
        assertThat(later)
            .filteredOn(count -> count.getStartsAt().equals(SampleRecords.START))
            .singleElement()
            .returns(2, CameraCount::getPlatesRead);
      }
    }
  }

  private static void pass(
      TopicWriter<Observation> observations, String id, Duration after, String plate)
      throws Exception {
    SampleRecords.approaching(id, "EST-1", SampleRecords.START.plus(after), plate)
        .forEach(observations::write);
    observations.flush();
  }

  /** Unlike a walk of Files it does not mind what is deleted meanwhile. */
  private static List<String> names(File at) {
    File[] within = at.listFiles();
    return within == null
        ? List.of(at.getName())
        : Arrays.stream(within).flatMap(file -> names(file).stream()).toList();
  }

  private static void publish(PassageConfig config) throws Exception {
    try (var watchlist = new TopicWriter<>(config, Topic.WATCHLIST, WatchEntry.class);
        var observations = new TopicWriter<>(config, Topic.OBSERVATIONS, Observation.class)) {
      watchlist.write(SampleRecords.watchEntry("1ABC234", "BE"));
      watchlist.flush();
      for (int frame = 0; frame < 3; frame++) {
        observations.write(
            SampleRecords.reading(
                "o-" + frame, "EST-1", SampleRecords.START.plusMillis(250L * frame), "1ABC234"));
      }
    }
  }
}
