package eu.passage.jobs.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.avro.AlertState;
import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.Observation;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchStatus;
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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever was told of an alert knows within a minute that its entry was withdrawn. */
@Timeout(300)
class WithdrawalReachesTest {

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final List<String> RECIPIENTS = List.of("police-be", "ccpd-tournai");

  /** A list made anew withdraws so many at once. */
  private static final int MANY = 10_000;

  /** Of no two that a reader could take for each other. */
  private static final String LETTERS = "ACEFHJKLMNPRTUVWXY";

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 2);
  private final PassageConfig config = platform.config();

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void tenThousandAtOnceOneByCommandACorrectedOneAndOneWhileTheJobIsDown() throws Exception {
    StreamExecutionEnvironment env = platform.cluster().environment();
    DetectionJob.build(env, config);
    platform.cluster().submit(env, DetectionJob.NAME);
    everyEntryRaisesAnAlert();

    aListThatIsMadeAnew();
    aCommandSaysWhenEverybodyKnew("withdraw", entryId(0), "--because", "the vehicle was found");
    aCommandSaysWhenEverybodyKnew("correct", entryId(1), "--plate", "9ZZZ999");
    itReachesThemThroughAJobThatWasDown(2);
  }

  private void everyEntryRaisesAnAlert() throws IOException {
    int last = MANY + 2;
    try (var entries = new TopicWriter<>(config, Topic.WATCHLIST, WatchEntry.class);
        var steps = new CommittedReader<>(Topic.WATCH_EVENTS, WatchEvent.class, config)) {
      for (int i = 0; i <= last; i++) {
        entries.write(entry(i));
      }
      entries.flush();
      Eventually.read(
          steps,
          all -> all.stream().filter(one -> one.getStep() == WatchStep.ACTIVE).count() > last);
    }
    try (var observations = new TopicWriter<>(config, Topic.OBSERVATIONS, Observation.class)) {
      Instant first = start.minusSeconds(last + 60);
      for (int i = 0; i <= last; i++) {
        SampleRecords.approaching("o-" + i, "EST-1", first.plusSeconds(i), plate(i))
            .forEach(observations::write);
      }
      observations.flush();
    }
    for (String recipient : RECIPIENTS) {
      told(recipient, last + 1, notice -> notice.getKind() == NoticeKind.ALERT);
    }
  }

  private void aListThatIsMadeAnew() throws IOException {
    long begun = System.nanoTime();
    try (var entries = new TopicWriter<>(config, Topic.WATCHLIST, WatchEntry.class)) {
      for (int i = 3; i < MANY + 3; i++) {
        entries.write(withdrawn(i));
      }
      entries.flush();
    }
    for (String recipient : RECIPIENTS) {
      assertThat(told(recipient, MANY, WithdrawalReachesTest::isWithdrawal))
          .extracting(Notice::getAlertId)
          .doesNotHaveDuplicates()
          .hasSize(MANY);
      assertInTime(begun, "%,d entries at once: %s was told".formatted(MANY, recipient));
    }
  }

  private void aCommandSaysWhenEverybodyKnew(String command, String entry, String... more)
      throws IOException {
    List<String> args = new ArrayList<>(List.of(command, entry, "--by", "registry", "--json"));
    args.addAll(Arrays.asList(more));
    args.addAll(List.of("--timeout", BOUND.toSeconds() + "s"));
    args.addAll(List.of("--bootstrap", config.kafka().bootstrapServers()));
    args.addAll(List.of("--registry", config.registry().url().toString()));
    WatchRun run = WatchRun.of(args.toArray(String[]::new));

    assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.OK);
    JsonNode answer = new ObjectMapper().readTree(run.out());
    assertThat(answer.path("alerts").asInt()).isOne();
    assertThat(answer.path("told").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(RECIPIENTS);
    assertThat(answer.path("open")).isEmpty();
    System.out.printf("%s: told %s%n", command, answer.path("told"));
    for (String recipient : RECIPIENTS) {
      told(recipient, 1, notice -> isWithdrawal(notice) && isOf(notice, entry));
    }
  }

  private void itReachesThemThroughAJobThatWasDown(int entry) throws IOException {
    platform.cluster().loseTaskManager();
    try (var entries = new TopicWriter<>(config, Topic.WATCHLIST, WatchEntry.class)) {
      entries.write(withdrawn(entry));
      entries.flush();
    }
    long begun = System.nanoTime();
    platform.cluster().startTaskManager();
    for (String recipient : RECIPIENTS) {
      told(recipient, 1, notice -> isWithdrawal(notice) && isOf(notice, entryId(entry)));
      assertInTime(begun, "after the job came back: %s was told".formatted(recipient));
    }
  }

  private static void assertInTime(long begun, String what) {
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.printf(Locale.ROOT, "%s within %.1f s%n", what, took.toMillis() / 1e3);
    assertThat(took).as(what).isLessThan(BOUND);
  }

  /** Those that a recipient was told, of the kind that is looked for, once there are so many. */
  private List<Notice> told(String recipient, int count, Predicate<Notice> kind)
      throws IOException {
    try (var notices = new CommittedReader<>(Topic.noticesOf(recipient), Notice.class, config)) {
      return Eventually.read(notices, all -> all.stream().filter(kind).count() >= count).stream()
          .filter(kind)
          .toList();
    }
  }

  private static boolean isWithdrawal(Notice notice) {
    return notice.getUpdate() != null && notice.getUpdate().getState() == AlertState.WITHDRAWN;
  }

  private static boolean isOf(Notice notice, String entry) {
    return notice.getUpdate() != null && notice.getUpdate().getEntryId().equals(entry);
  }

  private WatchEntry entry(int number) {
    WatchEntry entry = SampleRecords.watchEntry(plate(number), "BE");
    entry.setEntryId(entryId(number));
    entry.setStartsAt(start.minus(Duration.ofDays(1)));
    entry.setExpiresAt(start.plus(Duration.ofDays(1)));
    entry.setMadeAt(start);
    entry.setRecipients(RECIPIENTS);
    return entry;
  }

  private WatchEntry withdrawn(int number) {
    WatchEntry entry = entry(number);
    entry.setVersion(2);
    entry.setStatus(WatchStatus.WITHDRAWN);
    entry.setWithdrawnBy("registry");
    entry.setWithdrawnBecause("not in the new list");
    return entry;
  }

  private static String entryId(int number) {
    return "W-" + number;
  }

  /** Of each number another, unlike those before and after it. */
  private static String plate(int number) {
    int mixed = (int) (number * 104_729L % 5_832_000L);
    int letters = mixed / 1000;
    int base = LETTERS.length();
    return String.format(
        Locale.ROOT,
        "1%c%c%c%03d",
        LETTERS.charAt(letters / (base * base) % base),
        LETTERS.charAt(letters / base % base),
        LETTERS.charAt(letters % base),
        mixed % 1000);
  }
}
