package eu.passage.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.TollEvent;
import eu.passage.jobs.TollArchiveJob;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.config.TollArchiveSettings;
import eu.passage.jobs.kafka.CommittedReader;
import eu.passage.jobs.kafka.Eventually;
import eu.passage.jobs.kafka.TopicTransaction;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole job, with a real broker and a real PostgreSQL that both do not stay as they were. */
@Timeout(240)
class TollArchiveJobTest {

  private static final Duration BOUND = Duration.ofSeconds(90);
  private static final Duration NEVER = Duration.ofMinutes(10);

  /** A minute for each number: this one is of another local day. */
  private static final int NEXT_DAY = 24 * 60;

  private static final List<String> POINTS = List.of("EST-1", "EST-2", "EST-3");

  @TempDir Path directory;
  private OwnPostgres postgres;
  private LocalPlatform platform;
  private PassageConfig config;
  private Path files;
  private JobID job;

  private void start(Duration checkpointInterval) throws Exception {
    postgres = new OwnPostgres(directory.resolve("postgres"));
    files = directory.resolve("tolls");
    PassageConfig defaults = ConfigFile.defaults();
    TollArchiveSettings archive = defaults.tollArchive();
    platform =
        LocalPlatform.start(
            defaults.with(
                new TollArchiveSettings(
                    archive.zone(),
                    checkpointInterval,
                    50,
                    Duration.ofMillis(100),
                    true,
                    postgres.settings(),
                    files.toUri(),
                    archive.statistics())),
            2);
    config = platform.config();
    StreamExecutionEnvironment env = platform.cluster().environment();
    TollArchiveJob.build(env, config);
    job = platform.cluster().submit(env, TollArchiveJob.NAME);
  }

  @AfterEach
  void stop() throws Exception {
    platform.close();
    postgres.close();
  }

  @Test
  void topicTableAndFilesHoldTheSameWhateverBreaks() throws Exception {
    start(Duration.ofMillis(400));
    write(1, 100);
    aborted();
    // the topic gives some of them twice
    write(40, 60);
    awaitRows(300);

    try (Heard away = new Heard(TableLink.class, 3)) {
      postgres.stop();
      write(101, 200);
      assertThat(away.within(BOUND.toSeconds())).as("the job finds the database gone").isTrue();
      postgres.start();
    }
    awaitRows(600);
    assertThat(failures()).as("the database's restart is not the job's").contains("\"entries\":[]");

    write(201, 260);
    awaitRows(601);
    // somewhere between two checkpoints
    platform.cluster().replaceTaskManager();
    write(261, 300);
    awaitRows(900);

    TollEvent changed = SampleTolls.event("EST-2", 7);
    changed.getCharge().setAmount(new BigDecimal("0.0100"));
    TollEvent sameNumber = SampleTolls.event("EST-3", 8);
    sameNumber.setEventId("toll-made-up");
    write(List.of(changed, sameNumber, SampleTolls.event("EST-1", NEXT_DAY)));
    await(() -> ParquetFiles.events(files).size() >= 901);

    Set<String> truth = new TreeSet<>();
    POINTS.forEach(point -> numbers(1, 300).forEach(n -> truth.add("toll-" + point + "-" + n)));
    truth.add("toll-EST-1-" + NEXT_DAY);
    assertThat(postgres.rows("SELECT event_id FROM passage.toll_events"))
        .containsExactlyInAnyOrderElementsOf(truth);
    List<TollEvent> archived = ParquetFiles.events(files);
    assertThat(archived)
        .extracting(TollEvent::getEventId)
        .containsExactlyInAnyOrderElementsOf(truth);
    assertThat(inTopic()).containsAll(truth).hasSize(truth.size() + 1).contains("toll-made-up");
    assertThat(postgres.rows("SELECT sum(amount) FROM passage.toll_current"))
        .containsExactly(new BigDecimal("1.2345").multiply(new BigDecimal(901)).toString());
    assertThat(archived)
        .as("what a file says is what the topic said")
        .contains(SampleTolls.event("EST-2", 7), SampleTolls.event("EST-1", 300));
    assertThat(ParquetFiles.in(files))
        .extracting(file -> files.relativize(file).getParent().toString())
        .containsOnly("day=2026-11-26", "day=2026-11-27");
    refusedAre(changed, sameNumber);
  }

  /**
   * While the database is away there is no checkpoint, and a broker ends a transaction that waits
   * for one too long: what is in it is lost.
   */
  @Test
  void whatIsRefusedIsToldWithoutWaitingForACheckpoint() throws Exception {
    start(NEVER);
    try (var letters = new CommittedReader<>(Topic.DEAD_LETTERS, DeadLetter.class, config);
        var topic = new TopicWriter<>(config, Topic.TOLL_EVENTS, TollEvent.class)) {
      topic.write("unreadable", new byte[] {1, 2, 3});
      topic.flush();
      assertThat(Eventually.read(letters, read -> !read.isEmpty())).hasSize(1);
    }
  }

  private void refusedAre(TollEvent changed, TollEvent sameNumber) throws Exception {
    try (var letters = new CommittedReader<>(Topic.DEAD_LETTERS, DeadLetter.class, config)) {
      assertThat(Eventually.read(letters, all -> all.size() >= 2))
          .satisfiesExactlyInAnyOrder(
              letter -> {
                assertThat(letter.getOrigin()).isEqualTo(changed.getEventId());
                assertThat(letter.getMessage()).contains("says something else");
              },
              letter -> {
                assertThat(letter.getOrigin()).isEqualTo(sameNumber.getEventId());
                assertThat(letter.getMessage()).contains("that of the event toll-EST-3-8");
              });
    }
  }

  /** The events of these numbers at every point, one transaction. */
  private void write(int from, int to) {
    List<TollEvent> events = new ArrayList<>();
    numbers(from, to)
        .forEach(n -> POINTS.forEach(point -> events.add(SampleTolls.event(point, n))));
    write(events);
  }

  private void write(List<TollEvent> events) {
    try (TopicTransaction transaction = TopicTransaction.open(config, "tolls", NEVER)) {
      events.forEach(transaction.writer(Topic.TOLL_EVENTS, TollEvent.class));
      transaction.commit();
    }
  }

  /** What a job wrote that died before its checkpoint: numbers that are given again. */
  private void aborted() {
    try (TopicTransaction transaction = TopicTransaction.open(config, "tolls", NEVER)) {
      TollEvent lost = SampleTolls.event("EST-1", 101);
      lost.setEventId("toll-aborted");
      transaction.writer(Topic.TOLL_EVENTS, TollEvent.class).accept(lost);
      transaction.flush();
    }
  }

  private static List<Long> numbers(int from, int to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  private Set<String> inTopic() throws Exception {
    Set<String> ids = new HashSet<>();
    try (var topic = new CommittedReader<>(Topic.TOLL_EVENTS, TollEvent.class, config)) {
      Eventually.read(topic, all -> all.size() >= 966)
          .forEach(event -> ids.add(event.getEventId()));
    }
    return ids;
  }

  private void awaitRows(int atLeast) throws Exception {
    await(
        () ->
            Integer.parseInt(postgres.rows("SELECT count(*) FROM passage.toll_events").get(0))
                >= atLeast);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + BOUND.toNanos();
    Exception last = null;
    while (System.nanoTime() < end) {
      try {
        if (condition.call()) {
          return;
        }
      } catch (SQLException e) {
        last = e; // not there yet
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    throw new AssertionError("still waiting", last);
  }

  private String failures() throws Exception {
    URI at = platform.cluster().webUi().resolve("/jobs/" + job + "/exceptions");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofString())
        .body();
  }
}
