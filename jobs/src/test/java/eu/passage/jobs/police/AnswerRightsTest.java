package eu.passage.jobs.police;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.AlertState;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.Observation;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchStep;
import eu.passage.jobs.DetectionJob;
import eu.passage.jobs.access.AccessPlan;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.kafka.CommittedReader;
import eu.passage.jobs.kafka.Eventually;
import eu.passage.jobs.kafka.SampleRecords;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.jobs.local.LocalUsers;
import eu.passage.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With the broker's authoriser on, each recipient acts on alerts by its own few rights. */
@Timeout(300)
class AnswerRightsTest {

  private static final String CCPD = "ccpd-tournai";

  private final LocalUsers users = users();
  private final LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 2, users);

  @TempDir private Path folder = Path.of("");

  private static LocalUsers users() {
    Map<String, String> passwords = new HashMap<>(Map.of("broker", "secret"));
    AccessPlan.shipped().principals().keySet().forEach(name -> passwords.put(name, "s-" + name));
    return new LocalUsers(passwords);
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void whoReadsItsOwnNoticesAloneIsAnsweredWhenItIsDoneAndWhenItIsRefused() throws Exception {
    runDetection();
    String alert = theWantedCarPasses();
    whatItMayNotRead();

    AlertsRun done = as(CCPD, "ack", alert);
    assertThat(done.err()).isEmpty();
    assertThat(done.status()).isEqualTo(ExitCode.OK);
    assertThat(done.out()).matches(alert + " is acknowledged by desk-2 after \\d+\\.\\d s\\R");

    assertThat(as(CCPD, "close", alert, "--outcome", "confirmed").status()).isEqualTo(ExitCode.OK);
    AlertsRun refused = as(CCPD, "close", alert, "--outcome", "misread");
    assertThat(refused.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(refused.err()).isEqualTo("Refused: alert %s is not open\n".formatted(alert));

    onlyWhoActedIsToldOfTheRefusal(alert);
  }

  private void whatItMayNotRead() {
    PassageConfig config = platform.configOf(CCPD);
    assertThatThrownBy(
            () -> new CommittedReader<>(Topic.ALERT_UPDATES, AlertUpdate.class, config).close())
        .isInstanceOf(TopicAuthorizationException.class);
    assertThatThrownBy(
            () -> new CommittedReader<>(Topic.DEAD_LETTERS, DeadLetter.class, config).close())
        .isInstanceOf(TopicAuthorizationException.class);
  }

  private void onlyWhoActedIsToldOfTheRefusal(String alert) throws IOException {
    List<Notice> told = notices(CCPD, AlertState.REFUSED);
    Notice refusal = told.get(told.size() - 1);
    assertThat(refusal.getAlertId()).isEqualTo(alert);
    assertThat(refusal.getUpdate().getState()).isEqualTo(AlertState.REFUSED);
    assertThat(refusal.getTexts())
        .isEqualTo(
            Map.of(
                "fr",
                "L’action sur l’alerte %s est refusée : cette alerte n’est pas ouverte."
                    .formatted(alert)));
    try (var letters =
        new CommittedReader<>(
            Topic.DEAD_LETTERS, DeadLetter.class, platform.configOf("operator"))) {
      assertThat(Eventually.read(letters, all -> !all.isEmpty()))
          .extracting(DeadLetter::getMessage)
          .containsExactly("alert %s is not open".formatted(alert));
    }
    assertThat(notices("police-be", AlertState.CLOSED))
        .filteredOn(notice -> notice.getKind() == NoticeKind.UPDATE)
        .extracting(notice -> notice.getUpdate().getState())
        .containsExactly(AlertState.ACKNOWLEDGED, AlertState.CLOSED);
  }

  /** What a recipient was told up to an update to this state. */
  private List<Notice> notices(String recipient, AlertState state) throws IOException {
    try (var notices =
        new CommittedReader<>(
            Topic.noticesOf(recipient), Notice.class, platform.configOf(recipient))) {
      return Eventually.read(
          notices,
          all ->
              all.stream()
                  .anyMatch(one -> one.getUpdate() != null && one.getUpdate().getState() == state));
    }
  }

  private String theWantedCarPasses() throws IOException {
    PassageConfig police = platform.configOf("police-be");
    WatchEntry entry = SampleRecords.watchEntry("1ABC234", "BE");
    entry.setRecipients(List.of("police-be", CCPD));
    try (var entries = new TopicWriter<>(police, Topic.WATCHLIST, WatchEntry.class);
        var steps = new CommittedReader<>(Topic.WATCH_EVENTS, WatchEvent.class, police)) {
      entries.write(entry);
      entries.flush();
      Eventually.read(
          steps, all -> all.stream().anyMatch(step -> step.getStep() == WatchStep.ACTIVE));
    }
    PassageConfig recognition = platform.configOf("recognition-job");
    try (var observations = new TopicWriter<>(recognition, Topic.OBSERVATIONS, Observation.class);
        var notices =
            new CommittedReader<>(Topic.noticesOf(CCPD), Notice.class, platform.configOf(CCPD))) {
      SampleRecords.approaching("o-1", "EST-1", SampleRecords.START, "1ABC234")
          .forEach(observations::write);
      observations.flush();
      return Eventually.read(notices, all -> !all.isEmpty()).get(0).getAlertId();
    }
  }

  /** A command with the credentials of a user, who acts as itself. */
  private AlertsRun as(String user, String command, String alert, String... more)
      throws IOException {
    StringBuilder yaml = new StringBuilder("kafka:\n  properties:\n");
    users
        .clientProperties(user)
        .forEach((key, value) -> yaml.append("    %s: '%s'%n".formatted(key, value)));
    Path file = Files.writeString(folder.resolve(user + ".yaml"), yaml);
    List<String> args = new ArrayList<>(List.of(command, alert, "--as", user, "--by", "desk-2"));
    args.addAll(List.of("--config", file.toString(), "--timeout", "60s"));
    args.addAll(List.of(more));
    return AlertsRun.on(platform.config(), args.toArray(String[]::new));
  }

  private void runDetection() {
    StreamExecutionEnvironment env = platform.cluster().environment();
    DetectionJob.build(env, platform.configOf("detection-job"));
    platform.cluster().submit(env, DetectionJob.NAME);
  }
}
