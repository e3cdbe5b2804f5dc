package eu.passage.jobs.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.AuditRecord;
import eu.passage.avro.Box;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.Deed;
import eu.passage.avro.Observation;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Watch entries into the running job and out of it, as police do it. */
@Timeout(300)
class WatchLiveTest {

  /** What is asked of the whole is two seconds; this machine may be busy. */
  private static final double GENEROUS_SECONDS = 30;

  private static final Pattern ID = Pattern.compile("W-[0-9A-Z]{12}");

  private final LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 2);
  private final PassageConfig config = platform.config();

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void anEntryIsInForceOnceAnotherPersonApprovedItUntilItIsTakenBack() throws Exception {
    String waiting = writtenWhileNoJobRunsItWaits();
    runDetection();
    try (var alerts = new CommittedReader<>(Topic.ALERTS, Alert.class, config);
        var events = new CommittedReader<>(Topic.WATCH_EVENTS, WatchEvent.class, config);
        var letters = new CommittedReader<>(Topic.DEAD_LETTERS, DeadLetter.class, config)) {
      String id = proposed();
      nobodyApprovesTheirOwn(id);
      approvedByAnotherTheNextPassageAlerts(id, alerts);
      String corrected = correctedAnotherPlateTakesItsPlace(id);
      takenBackItIsOver(corrected);
      whatCameOverTheTopicWithFaultsIsRefused(letters);

      List<WatchEvent> told =
          Eventually.read(
              events, all -> all.stream().anyMatch(e -> e.getEntryId().equals("faulty")));
      assertThat(steps(told, id))
          .containsExactly("1 PROPOSED", "2 APPROVED", "2 ACTIVE", "3 CORRECTED");
      assertThat(steps(told, corrected)).containsExactly("1 PROPOSED", "2 WITHDRAWN");
      assertThat(steps(told, waiting)).containsExactly("1 PROPOSED");
      assertThat(told).extracting(WatchEvent::getEventId).doesNotHaveDuplicates();
      everyStepIsInTheAudit(id, corrected);
    }
  }

  private void everyStepIsInTheAudit(String id, String corrected) throws Exception {
    try (var audit = new CommittedReader<>(Topic.AUDIT, AuditRecord.class, config)) {
      List<AuditRecord> links =
          Eventually.read(
              audit, all -> all.stream().anyMatch(link -> link.getDeed() == Deed.WITHDRAWN));
      assertThat(links)
          .extracting(link -> link.getDeed() + " " + link.getSubject())
          .contains(
              "PROPOSED " + id + " version 1",
              "APPROVED " + id + " version 2",
              "CORRECTED " + id + " version 3",
              "PROPOSED " + corrected + " version 1",
              "WITHDRAWN " + corrected + " version 2");
    }
  }

  private String writtenWhileNoJobRunsItWaits() {
    WatchRun silent = add("2XYZ987", "--timeout", "200ms");

    assertThat(silent.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(silent.err()).contains("is written, but no job answered within 0.2 s.");
    assertThat(silent.out()).isEmpty();
    return id(silent.err());
  }

  private String proposed() {
    WatchRun proposed = add("1-abc-234");

    assertThat(proposed.err()).isEmpty();
    assertThat(proposed.status()).isEqualTo(ExitCode.OK);
    assertThat(proposed.out())
        .matches(
            "(W-\\w{12}) is proposed; another person decides: passage watch approve \\1 --approver"
                + " NAME. Told after \\d+\\.\\d s\\R");
    String id = id(proposed.out());
    assertThat(watch("list").out()).containsPattern(id + "  proposed  1ABC234 BE  stop ");
    return id;
  }

  private void nobodyApprovesTheirOwn(String id) {
    WatchRun own = watch("approve", id, "--approver", " INVESTIGATION  tournai");

    assertThat(own.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(own.err())
        .startsWith("- the approver 'INVESTIGATION  tournai' is the requester")
        .endsWith("Nothing was written.\n");
    assertThat(watch("approve", "W-NONE", "--approver", "prosecutor").err())
        .startsWith("- There is no watch entry 'W-NONE'");
  }

  private void approvedByAnotherTheNextPassageAlerts(String id, CommittedReader<Alert> alerts)
      throws Exception {
    long begun = System.nanoTime();
    WatchRun approved = watch("approve", id, "--approver", "prosecutor");
    double acknowledged = seconds(begun);
    pass();
    List<Alert> told = Eventually.read(alerts, all -> !all.isEmpty());
    double effect = seconds(begun);

    assertThat(approved.err()).isEmpty();
    assertThat(approved.status()).isEqualTo(ExitCode.OK);
    assertThat(approved.out())
        .startsWith(id + " version 1: proposed, days left: 30\n  vehicle    1ABC234 BE\n")
        .containsPattern(id + " is in force after \\d+\\.\\d s\\R$");
    assertThat(told)
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.getWatch().getEntryId()).isEqualTo(id);
              assertThat(alert.getWatch().getVersion()).isEqualTo(2);
              assertThat(alert.getLate()).isFalse();
            });
    assertThat(effect).isLessThan(GENEROUS_SECONDS);
    System.out.printf(
        Locale.ROOT,
        "%s; the whole command %.2f s; first alert after %.2f s%n",
        approved.out().lines().reduce((first, last) -> last).orElseThrow(),
        acknowledged,
        effect);
    assertThat(watch("approve", id, "--approver", "another").out())
        .isEqualTo(id + " is approved already, by prosecutor, and nothing was sent\n");
    assertThat(watch("list", "--json").out())
        .contains("{\"entry\":\"" + id + "\",\"version\":2,\"state\":\"ACTIVE\",");
  }

  private String correctedAnotherPlateTakesItsPlace(String id) {
    assertThat(watch("correct", id, "--plate", "1ABC234", "--by", "x").out())
        .isEqualTo(id + " has this plate already, and nothing was sent\n");

    WatchRun corrected = watch("correct", id, "--plate", "1-ABC-235", "--by", "registry");
    assertThat(corrected.err()).isEmpty();
    assertThat(corrected.status()).isEqualTo(ExitCode.OK);
    Matcher matcher = ID.matcher(corrected.out());
    assertThat(matcher.results().map(result -> result.group()).distinct().toList())
        .hasSize(2)
        .startsWith(id);
    assertThat(corrected.out())
        .containsPattern(
            "\\ROpen alerts withdrawn: 1; told ccpd-tournai after [0-9.]+ s, police-be after [0-9.]+"
                + " s\\R$");
    String right = corrected.out().replaceAll("(?s).*; (W-\\w+) takes its place.*", "$1");
    assertThat(watch("show", id).out())
        .startsWith(id + " version 3: withdrawn\n")
        .contains("  now        " + right, "  withdrawn  by registry: the plate was wrong");
    assertThat(watch("show", right).out())
        .startsWith(right + " version 1: proposed")
        .contains("vehicle    1ABC235 BE", "requester  registry", "corrects   " + id)
        .doesNotContain("approver");
    return right;
  }

  private void takenBackItIsOver(String id) {
    WatchRun withdrawn = watch("withdraw", id, "--by", "registry", "--because", "found", "--json");
    assertThat(withdrawn.status()).isEqualTo(ExitCode.OK);
    assertThat(withdrawn.out())
        .matches(
            "\\{\"entry\":\"%s\",\"version\":2,\"state\":\"WITHDRAWN\",\"seconds\":[0-9.]+,"
                    .formatted(id)
                + "\"faults\":\\[],\"message\":\"It had no open alerts\",\"alerts\":0,\"told\":\\{},"
                + "\"open\":\\[]}\\R");

    WatchRun again = watch("withdraw", id, "--by", "registry", "--because", "found");
    assertThat(again.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(again.err()).startsWith("- " + id + " was withdrawn; propose a new one");
    assertThat(watch("list").out()).doesNotContain(id);
    assertThat(watch("list", "--all").out()).containsPattern(id + "  withdrawn  1ABC235 BE");
  }

  private void whatCameOverTheTopicWithFaultsIsRefused(CommittedReader<DeadLetter> letters)
      throws Exception {
    WatchEntry faulty = SampleRecords.watchEntry("3DEF456", "BE");
    faulty.setEntryId("faulty");
    faulty.setLegalBasis("");
    faulty.setExpiresAt(Instant.now().plus(Duration.ofDays(1)));
    try (var writer = new TopicWriter<>(config, Topic.WATCHLIST, WatchEntry.class)) {
      writer.write(faulty);
      writer.flush();
    }
    assertThat(Eventually.read(letters, all -> !all.isEmpty()))
        .singleElement()
        .returns(DeadLetterReason.ENTRY_REFUSED, DeadLetter::getReason);
    assertThat(watch("show", "faulty").out())
        .startsWith("faulty version 1: refused")
        .contains("  refused    no legal basis");
  }

  private WatchRun add(String plate, String... more) {
    List<String> args =
        new ArrayList<>(List.of("add", "--plate", plate, "--country", "be", "--basis", "a law"));
    args.addAll(
        List.of("--purpose", "judicial", "--case", "2026/117", "--offence", "aggravated-theft"));
    args.addAll(List.of("--requester", "Investigation Tournai", "--action", "STOP"));
    args.addAll(List.of("--until", "30d", "--notify", "police-be,ccpd-tournai"));
    args.addAll(List.of(more));
    return watch(args.toArray(String[]::new));
  }

  /** A command against the platform of this test. */
  private WatchRun watch(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--bootstrap", config.kafka().bootstrapServers()));
    all.addAll(List.of("--registry", config.registry().url().toString()));
    if (!all.contains("--timeout") && !List.of("list", "show").contains(args[0])) {
      all.addAll(List.of("--timeout", "60s"));
    }
    return WatchRun.of(all.toArray(String[]::new));
  }

  private void runDetection() {
    StreamExecutionEnvironment env = platform.cluster().environment();
    DetectionJob.build(env, config);
    platform.cluster().submit(env, DetectionJob.NAME);
  }

  /** The vehicle comes towards a camera now: three frames settle its plate and its direction. */
  private void pass() {
    Instant at = Instant.now();
    try (var writer = new TopicWriter<>(config, Topic.OBSERVATIONS, Observation.class)) {
      for (int frame = 0; frame < 3; frame++) {
        Observation observation =
            SampleRecords.reading("o-" + frame, "EST-1", at.plusMillis(250L * frame), "1ABC234");
        observation.setVehicleBox(new Box(480, 100 + 100 * frame, 360, 300));
        observation.setPlateBox(new Box(600, 300 + 100 * frame, 120, 28));
        writer.write(observation);
      }
      writer.flush();
    }
  }

  private static String id(String text) {
    Matcher matcher = ID.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group();
  }

  private static List<String> steps(List<WatchEvent> events, String id) {
    return events.stream()
        .filter(event -> event.getEntryId().equals(id))
        .map(event -> event.getVersion() + " " + event.getStep())
        .toList();
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
