package eu.passage.jobs.rules;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.PassageReference;
import eu.passage.avro.RuleState;
import eu.passage.avro.RuleStatus;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rules into the running job and out of it, as an analyst does it. */
@Timeout(300)
class HotDeployTest {

  private static final Duration BOUND = Duration.ofSeconds(60);

  /** What is asked of the whole is two seconds; this machine may be busy. */
  private static final double GENEROUS_SECONDS = 30;

  private static final String ROUND_TRIP =
      """
      rule: round-trip
      title: From the first camera to another within two hours
      severity: low
      purpose: judicial
      notify: [police-be]
      sequence:
        - there: passage where camera.id == 'EST-1'
        - then back: passage where camera.id == 'EST-2'
      within: 2h
      tests:
        - given: |
            10:00 1ABC234 @EST-1
            10:30 1ABC234 @EST-2
          expect: [10:30 1ABC234]
      """;

  @TempDir private Path folder = Path.of("");
  private final LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 2);
  private final PassageConfig config = platform.config();
  private final List<Alert> alerts = new ArrayList<>();
  private String file = "";
  private int passages;

  @BeforeEach
  void aRule() throws IOException {
    file = write(ROUND_TRIP);
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void aRuleGoesInSeesThePastGivesWayToItsNextVersionAndGoes() throws Exception {
    writtenWhileNoJobRunsItWaits();
    switchedOffItIsSwitchedOnByDeployingItAgain();
    runDetection();
    listed(row -> row.matches("round-trip +2  ACTIVE .*"));
    try (var passages = new CommittedReader<>(Topic.PASSAGES, Passage.class, config);
        var told = new CommittedReader<>(Topic.ALERTS, Alert.class, config)) {
      pass("EST-1", 0);
      Eventually.read(passages, all -> !all.isEmpty());

      theNextVersionAlertsOnAPassageBeforeIt(told);
      whatIsInForceIsNotSentAgain();
      whatIsWrongOrFailsItsTestsIsNotSent();
      thePlaceIsTakenByTheNextVersion(told);
      removedItIsGone(told);
    }
  }

  private void writtenWhileNoJobRunsItWaits() {
    RulesRun none = rules("list");
    assertThat(none.status()).isEqualTo(ExitCode.OK);
    assertThat(none.out()).contains("night-dash                  1  WAITING  shipped");
    assertThat(none.err()).contains("No detection job has answered on this broker yet");

    RulesRun deployed = deploy("--timeout", "200ms");

    assertThat(deployed.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(deployed.err()).contains("round-trip version 1 is written, but no job answered");
    assertThat(deployed.out()).isEmpty();
    assertThat(deploy().out())
        .isEqualTo("round-trip version 1 is unchanged, and nothing was sent\n");
    assertThat(deploy("--json").out())
        .isEqualTo(
            """
            {"rule":"round-trip","version":1,"state":"UNCHANGED","subtasks":0,"of":0,"seconds":0.0,"message":""}
            """);
    assertThat(rules("list").out()).containsPattern("round-trip +1 +WAITING +analyst");
  }

  private void switchedOffItIsSwitchedOnByDeployingItAgain() {
    try (var writer = new TopicWriter<>(config, Topic.RULE_STATUS, RuleStatus.class)) {
      writer.write(Told.status("round-trip", 1, 0, 1, RuleState.FAILED, "it asked too much"));
      writer.flush();
    }
    assertThat(rules("list").out())
        .containsPattern("round-trip +1 +FAILED +analyst.*\\R  it asked too much");

    assertThat(deploy("--no-wait"))
        .isEqualTo(new RulesRun(ExitCode.OK, "round-trip version 2 is written\n", ""));
  }

  private void theNextVersionAlertsOnAPassageBeforeIt(CommittedReader<Alert> told)
      throws Exception {
    write(ROUND_TRIP + "# A second thought.\n");
    long begun = System.nanoTime();
    RulesRun deployed = deploy();
    double acknowledged = seconds(begun);
    pass("EST-2", 20);
    alerts.addAll(Eventually.read(told, all -> !all.isEmpty()));
    double effect = seconds(begun);

    assertThat(deployed.err()).isEmpty();
    assertThat(deployed.out())
        .matches("round-trip version 3 is in force on 2 of 2 subtasks after \\d+\\.\\d s\\R");
    assertThat(deployed.status()).isEqualTo(ExitCode.OK);
    assertThat(alerts)
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.getRuleId()).isEqualTo("round-trip");
              assertThat(alert.getRuleVersion()).isEqualTo(3);
              assertThat(cameras(alert)).containsExactly("EST-1", "EST-2");
            });
    assertThat(effect).isLessThan(GENEROUS_SECONDS);
    System.out.printf(
        Locale.ROOT,
        "%s; the whole command %.2f s; first alert after %.2f s%n",
        deployed.out().strip(),
        acknowledged,
        effect);
    listed(row -> row.matches("round-trip +3  ACTIVE +analyst .* 1 +0"));
  }

  private void whatIsInForceIsNotSentAgain() {
    assertThat(deploy())
        .isEqualTo(
            new RulesRun(
                ExitCode.OK, "round-trip version 3 is unchanged, and nothing was sent\n", ""));
    assertThat(rules("show", "round-trip").out()).endsWith("# A second thought.\n");
  }

  private void whatIsWrongOrFailsItsTestsIsNotSent() throws IOException {
    write(ROUND_TRIP.replace("within", "witin"));
    RulesRun wrong = deploy();
    assertThat(wrong.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(wrong.err()).startsWith(file + ":9:1: ").endsWith("Nothing was deployed.\n");
    RulesRun forScripts = deploy("--json");
    assertThat(forScripts.err()).isEqualTo("Nothing was deployed.\n");
    assertThat(forScripts.out()).isEqualTo(RulesRun.of("check", "--json", file).out());

    write(ROUND_TRIP.replace("expect: [10:30", "expect: [10:31"));
    RulesRun failing = deploy();
    assertThat(failing.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(failing.err())
        .startsWith(file + ":11: a test of round-trip fails")
        .endsWith("1 rule, 1 test: 1 fails. Nothing was deployed: only what is tested is.\n");
    assertThat(deploy("--json").out()).isEqualTo(RulesRun.of("test", "--json", file).out());

    write(ROUND_TRIP.substring(0, ROUND_TRIP.indexOf("tests:")));
    RulesRun untested = deploy("night-dash");
    assertThat(untested.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(untested.err()).startsWith(file + ":1: round-trip has no tests");

    write(ROUND_TRIP);
    assertThat(rules("deploy", "--author", " ", file).status()).isEqualTo(ExitCode.USAGE);
    assertThat(rules("deploy", "--timeout", "soon", file).status()).isEqualTo(ExitCode.USAGE);
    listed(row -> row.matches("round-trip +3  ACTIVE .*"));
  }

  private void thePlaceIsTakenByTheNextVersion(CommittedReader<Alert> told) throws Exception {
    write(ROUND_TRIP.replace("EST-2", "EST-3"));
    RulesRun deployed = deploy("--json");
    assertThat(deployed.status()).isEqualTo(ExitCode.OK);
    assertThat(deployed.out())
        .matches(
            "\\{\"rule\":\"round-trip\",\"version\":4,\"state\":\"ACTIVE\",\"subtasks\":2,\"of\":2,"
                + "\"seconds\":[0-9.]+,\"message\":\"\"}\\R");

    pass("EST-2", 40);
    pass("EST-3", 50);
    alerts.addAll(Eventually.read(told, all -> !all.isEmpty()));

    assertThat(alerts).extracting(Alert::getRuleVersion).containsExactly(3, 4);
    assertThat(cameras(alerts.get(1))).containsExactly("EST-1", "EST-3");
  }

  private void removedItIsGone(CommittedReader<Alert> told) throws Exception {
    RulesRun unknown = rules("remove", "round-trip", "rond-trip");
    assertThat(unknown.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(unknown.err())
        .startsWith("There is no rule 'rond-trip' (did you mean 'round-trip'?).\nNothing was");

    RulesRun removed = rules("remove", "round-trip", "night-dash");

    assertThat(removed.status()).as(removed.err()).isEqualTo(ExitCode.OK);
    assertThat(removed.out().lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("round-trip is removed from 2 of 2 subtasks after "))
        .anyMatch(line -> line.startsWith("night-dash is removed from 2 of 2 subtasks after "));
    assertThat(removed.err()).startsWith("night-dash comes with the configuration").hasLineCount(1);
    RulesRun list = rules("list");
    assertThat(list.out()).contains("recurring-crossings").doesNotContain("round-trip", "night");
    assertThat(list.err()).isEmpty();

    write(ROUND_TRIP.replace("EST-1", "EST-3"));
    assertThat(deploy().out())
        .as("its number goes on, so that its alerts are others")
        .startsWith("round-trip version 5 is in force");
    pass("EST-2", 60);
    alerts.addAll(Eventually.read(told, all -> !all.isEmpty()));
    assertThat(alerts).extracting(Alert::getRuleVersion).containsExactly(3, 4, 5);

    RulesRun again = rules("remove", "--json", "round-trip");
    assertThat(again.out())
        .startsWith("{\"rule\":\"round-trip\",\"version\":5,\"state\":\"REMOVED\",\"subtasks\":2,");
    assertThat(again.status()).isEqualTo(ExitCode.OK);
    RulesRun none = rules("remove", "--json", "round-trip");
    assertThat(none.out())
        .isEqualTo(
            """
            {"fault":"There is no rule 'round-trip'.","rule":"round-trip"}
            """);
    assertThat(none.status()).isEqualTo(ExitCode.NEGATIVE);
  }

  /** Waits until a line of the list fits: figures are told every other second. */
  private void listed(Predicate<String> row) {
    long begun = System.nanoTime();
    RulesRun list = rules("list");
    while (list.out().lines().noneMatch(row)) {
      assertThat(System.nanoTime() - begun).as(list.out() + list.err()).isLessThan(BOUND.toNanos());
      list = rules("list");
    }
    assertThat(list.status()).isEqualTo(ExitCode.OK);
  }

  private RulesRun deploy(String... more) {
    List<String> args = new ArrayList<>(List.of("deploy", "--author", "analyst", file));
    Collections.addAll(args, more);
    return rules(args.toArray(String[]::new));
  }

  /** A command against the platform of this test. */
  private RulesRun rules(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--bootstrap");
    all.add(config.kafka().bootstrapServers());
    all.add("--registry");
    all.add(config.registry().url().toString());
    return RulesRun.of(all.toArray(String[]::new));
  }

  private String write(String rule) throws IOException {
    return Files.writeString(folder.resolve("mine.yaml"), rule).toString();
  }

  private void runDetection() {
    StreamExecutionEnvironment env = platform.cluster().environment();
    DetectionJob.build(env, config);
    platform.cluster().submit(env, DetectionJob.NAME);
  }

  private void pass(String camera, long minutes) {
    Instant at = SampleRecords.START.plus(Duration.ofMinutes(minutes));
    passages++;
    try (var writer = new TopicWriter<>(config, Topic.OBSERVATIONS, Observation.class)) {
      SampleRecords.approaching("o-" + passages, camera, at, "1ABC234").forEach(writer::write);
      writer.flush();
    }
  }

  private static List<String> cameras(Alert alert) {
    return alert.getPassages().stream().map(PassageReference::getCameraId).toList();
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
