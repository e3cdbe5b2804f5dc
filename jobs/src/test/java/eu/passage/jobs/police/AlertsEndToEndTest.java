package eu.passage.jobs.police;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertState;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.Observation;
import eu.passage.avro.Outcome;
import eu.passage.avro.WatchEntry;
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
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A wanted car passes; police on both sides are told, and answer. */
@Timeout(300)
class AlertsEndToEndTest {

  private final LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 2);
  private final PassageConfig config = platform.config();
  private final CommittedReader<AlertUpdate> updates =
      new CommittedReader<>(Topic.ALERT_UPDATES, AlertUpdate.class, config);

  @AfterEach
  void stop() {
    updates.close();
    platform.close();
  }

  @Test
  void aHitIsToldOnBothSidesAcknowledgedAndClosed() throws Exception {
    nobodyAnswersWhileNoJobRuns();
    runDetection();
    Alert alert = theWantedCarPasses();

    bothSidesAreToldInFrench(alert);
    itIsAcknowledged(alert);
    whoWasNotToldIsRefused(alert);
    itIsClosedAsMisread(alert);
    itCannotBeClosedTwice(alert);
    theFiguresShowIt();
  }

  private void nobodyAnswersWhileNoJobRuns() {
    AlertsRun run = act("ack", "alert-1", "police-be");

    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(run.err()).startsWith("police-be was told of no alert 'alert-1'");
    assertThat(AlertsRun.on(config, "figures").err())
        .isEqualTo("No watch entry raised an alert in the last 30d.\n");
  }

  private Alert theWantedCarPasses() throws IOException {
    WatchEntry entry = SampleRecords.watchEntry("1ABC234", "BE");
    entry.setRecipients(List.of("police-be", "ccpd-tournai"));
    try (var entries = new TopicWriter<>(config, Topic.WATCHLIST, WatchEntry.class);
        var steps = new CommittedReader<>(Topic.WATCH_EVENTS, WatchEvent.class, config)) {
      entries.write(entry);
      entries.flush();
      Eventually.read(
          steps, all -> all.stream().anyMatch(step -> step.getStep() == WatchStep.ACTIVE));
    }
    try (var alerts = new CommittedReader<>(Topic.ALERTS, Alert.class, config);
        var observations = new TopicWriter<>(config, Topic.OBSERVATIONS, Observation.class)) {
      SampleRecords.approaching("o-1", "EST-1", SampleRecords.START, "1ABC234")
          .forEach(observations::write);
      observations.flush();
      return Eventually.read(alerts, all -> !all.isEmpty()).get(0);
    }
  }

  private void bothSidesAreToldInFrench(Alert alert) throws IOException {
    for (String recipient : List.of("police-be", "ccpd-tournai")) {
      Notice notice = told(recipient, 1).get(0);
      assertThat(notice.getKind()).isEqualTo(NoticeKind.ALERT);
      assertThat(notice.getAlertId()).isEqualTo(alert.getAlertId());
      assertThat(notice.getTexts()).containsKey("fr").doesNotContainKey("en");
      assertThat(notice.getAlert().getPlate()).isEqualTo("1ABC234");
    }
    assertThat(told("ccpd-tournai", 1).get(0).getTexts()).containsOnlyKeys("fr");
    AlertsRun cards =
        AlertsRun.on(config, "tail", "--as", "ccpd-tournai", "--from", "beginning", "--for", "5s");
    assertThat(cards.status()).as(cards.err()).isEqualTo(ExitCode.OK);
    assertThat(cards.out())
        .contains("OBSERVE", "EST-1", alert.getAlertId())
        .doesNotContain("NOT NOW");
  }

  private void itIsAcknowledged(Alert alert) throws IOException {
    String beginning = alert.getAlertId().substring(0, 14);
    AlertsRun run = act("ack", beginning, "police-be");

    assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .matches(alert.getAlertId() + " is acknowledged by patrol-7 after \\d+\\.\\d s\\R");
    assertThat(Eventually.read(updates, all -> !all.isEmpty()))
        .singleElement()
        .satisfies(
            update -> {
              assertThat(update.getState()).isEqualTo(AlertState.ACKNOWLEDGED);
              assertThat(update.getBy()).isEqualTo("patrol-7");
              assertThat(update.getAlertId()).isEqualTo(alert.getAlertId());
            });
    List<Notice> notices = told("ccpd-tournai", 3);
    assertThat(notices.get(1).getKind()).isEqualTo(NoticeKind.CROSSED);
    Notice notice = notices.get(2);
    assertThat(notice.getKind()).isEqualTo(NoticeKind.UPDATE);
    assertThat(notice.getTexts().get("fr")).contains("prise en charge par patrol-7");
  }

  private void whoWasNotToldIsRefused(Alert alert) throws IOException {
    AlertsRun run = act("ack", alert.getAlertId(), "operators");
    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(run.err()).startsWith("operators was told of no alert");

    // Whoever writes the topic without the command
    AlertAction action =
        AlertAction.newBuilder()
            .setActionId("action-by-hand")
            .setAlertId(alert.getAlertId())
            .setVehicleKey(alert.getVehicleKey())
            .setRecipient("operators")
            .setBy("somebody")
            .setAt(Instant.now())
            .setOutcome(Outcome.CONFIRMED)
            .build();
    try (var actions = new TopicWriter<>(config, Topic.ALERT_ACTIONS, AlertAction.class);
        var letters = new CommittedReader<>(Topic.DEAD_LETTERS, DeadLetter.class, config)) {
      actions.write(action);
      actions.flush();
      assertThat(Eventually.read(letters, all -> !all.isEmpty()))
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.getReason()).isEqualTo(DeadLetterReason.ACTION_REFUSED);
                assertThat(letter.getOrigin()).isEqualTo("action action-by-hand");
                assertThat(letter.getMessage())
                    .isEqualTo("operators was not told of alert " + alert.getAlertId());
              });
    }
  }

  private void itIsClosedAsMisread(Alert alert) throws IOException {
    AlertsRun run =
        act(
            "close",
            alert.getAlertId(),
            "police-be",
            "--outcome",
            "misread",
            "--comment",
            "it was a B",
            "--json");

    assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.OK);
    JsonNode answer = new ObjectMapper().readTree(run.out());
    assertThat(answer.path("state").asText()).isEqualTo("CLOSED");
    assertThat(answer.path("outcome").asText()).isEqualTo("MISREAD");
    assertThat(answer.path("alert").asText()).isEqualTo(alert.getAlertId());
    assertThat(Eventually.read(updates, all -> !all.isEmpty()))
        .singleElement()
        .satisfies(
            update -> {
              assertThat(update.getOutcome()).isEqualTo(Outcome.MISREAD);
              assertThat(update.getComment()).isEqualTo("it was a B");
            });
    assertThat(told("ccpd-tournai", 4).get(3).getTexts().get("fr"))
        .contains("la plaque avait été mal lue");
  }

  private void itCannotBeClosedTwice(Alert alert) {
    AlertsRun run = act("close", alert.getAlertId(), "police-be", "--outcome", "confirmed");

    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(run.err())
        .isEqualTo("Refused: alert %s is not open\n".formatted(alert.getAlertId()));
    assertThat(run.out()).isEmpty();
  }

  private void theFiguresShowIt() {
    AlertsRun run = AlertsRun.on(config, "figures");

    assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .containsPattern("\\(single entries\\) +1 +1 +0 +1 +1 +0 +0 +0 +0 +100\\R")
        .containsPattern("EST-1 +1 +1 +0 +1 +1 +0 +0 +0 +0 +100\\R");
    assertThat(AlertsRun.on(config, "figures", "--since", "1ms").out())
        .as("what was told before is left out")
        .doesNotContain("single entries");
  }

  /** What a recipient was told, once so much has come. */
  private List<Notice> told(String recipient, int count) throws IOException {
    try (var notices = new CommittedReader<>(Topic.noticesOf(recipient), Notice.class, config)) {
      return Eventually.read(notices, all -> all.size() >= count);
    }
  }

  private AlertsRun act(String command, String alert, String recipient, String... more) {
    List<String> args =
        new ArrayList<>(List.of(command, alert, "--as", recipient, "--by", "patrol-7"));
    args.addAll(List.of("--timeout", "60s"));
    args.addAll(List.of(more));
    return AlertsRun.on(config, args.toArray(String[]::new));
  }

  private void runDetection() {
    StreamExecutionEnvironment env = platform.cluster().environment();
    DetectionJob.build(env, config);
    platform.cluster().submit(env, DetectionJob.NAME);
  }
}
