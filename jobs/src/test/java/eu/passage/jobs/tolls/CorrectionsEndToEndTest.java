package eu.passage.jobs.tolls;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.ClassReason;
import eu.passage.avro.ClassSource;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.Evidence;
import eu.passage.avro.Side;
import eu.passage.avro.SidePlate;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.TruckPassage;
import eu.passage.jobs.TollArchiveJob;
import eu.passage.jobs.TollJob;
import eu.passage.jobs.archive.ParquetFiles;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CommittedReader;
import eu.passage.jobs.kafka.Eventually;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Corrections that people and re-rating ask for, from the command to the files: a real broker, the
 * toll job, and the job that archives what it tells.
 */
@Timeout(300)
class CorrectionsEndToEndTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  private static final int TRUCKS = 10;
  private static final List<String> HOURS = List.of("08:00", "09:30", "11:00", "12:30", "14:00");
  private static final List<String> DAYS = List.of("2026-03-09", "2026-03-10");

  private static final String HEAD =
      """
      tariff: %s
      version: "%s"
      title: Through the commune
      validFrom: %s
      validTo: %s
      zone: Europe/Brussels
      currency: EUR
      vat: none
      """;
  private static final String PER_PASSAGE =
      "at: {points: [EST-1, EST-2]}\nper: passage\nprice: \"%s\"\ncap: \"%s\"\n";
  private static final String BY_EURO =
      """
      at: {points: [EST-3]}
      per: passage
      by: {euroClass: [0..4, 5..]}
      prices: {0..4: "4.00", 5..: "1.10"}
      assume: {euroClass: 0}
      """;
  private static final String EURO =
      HEAD.formatted("by-euro", "1", "2026-01-01", "2027-01-01") + BY_EURO;
  private static final String OLD =
      HEAD.formatted("commune", "1", "2026-01-01", "2027-01-01")
          + PER_PASSAGE.formatted("2.05", "8.20")
          + "---\n"
          + EURO;

  /** Known only on the eleventh, in force since the tenth. */
  private static final String NEW =
      HEAD.formatted("commune", "1", "2026-01-01", "2026-03-10")
          + PER_PASSAGE.formatted("2.05", "8.20")
          + "---\n"
          + HEAD.formatted("commune", "2", "2026-03-10", "2027-01-01")
          + PER_PASSAGE.formatted("3.37", "10.00")
          + "---\n"
          + EURO;

  /** Five passages, of which the cap leaves four, on the ninth. */
  private static final BigDecimal ON_THE_NINTH = new BigDecimal("8.2000");

  /** Three passages, or rather what the cap leaves of them, on the tenth by the new version. */
  private static final BigDecimal ON_THE_TENTH = new BigDecimal("10.0000");

  @TempDir Path directory;
  private Path files;
  private LocalPlatform platform;
  private PassageConfig config;
  private CommittedReader<TollEvent> topic;
  private CommittedReader<TollEvent> asked;
  private TopicWriter<TruckPassage> trucks;
  private final List<TollEvent> events = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    files = directory.resolve("tolls");
    Files.writeString(directory.resolve("old.yaml"), OLD);
    Files.writeString(directory.resolve("new.yaml"), NEW);
    Files.writeString(
        directory.resolve("passage.yaml"),
        """
        tolls: {tariffs: [%s], checkpointInterval: 200ms}
        tollArchive: {files: "%s", checkpointInterval: 300ms}
        """
            .formatted(directory.resolve("old.yaml"), files.toUri()));
    platform = LocalPlatform.start(ConfigFile.read(directory.resolve("passage.yaml")), 4);
    config = platform.config();
    StreamExecutionEnvironment env = platform.cluster().environment();
    TollJob.build(env, config);
    platform.cluster().submit(env, TollJob.NAME);
    StreamExecutionEnvironment other = platform.cluster().environment();
    TollArchiveJob.build(other, config);
    platform.cluster().submit(other, TollArchiveJob.NAME);
    topic = new CommittedReader<>(Topic.TOLL_EVENTS, TollEvent.class, config);
    asked = new CommittedReader<>(Topic.TOLL_CORRECTIONS, TollEvent.class, config);
    trucks = new TopicWriter<>(config, Topic.TRUCK_PASSAGES, TruckPassage.class);
  }

  @AfterEach
  void stop() throws Exception {
    trucks.close();
    topic.close();
    asked.close();
    platform.close();
  }

  @Test
  void aNewVersionWithAnEarlierStartCorrectsItsDaysToTheCentAndOnce() throws Exception {
    twoDaysAreTold();
    assertThat(sum("2026-03-10")).isEqualByComparingTo(ON_THE_NINTH.multiply(trucks()));

    TollsRun dry = rerate("--dry-run");
    assertThat(dry.status()).as(dry.err()).isZero();
    assertThat(dry.out())
        .contains("2026-03-10", "commune 1", "commune 2", "+18.0000 EUR", "Nothing was written")
        .doesNotContain("2026-03-09");

    assertThat(rerate().out()).contains("50 events change: +18.0000 EUR in all.");
    TollsRun again = rerate(); // the toll job may have taken the first ones, or not
    assertThat(again.status()).as(again.err()).isZero();
    toldAtLeast(150);
    assertThat(sum("2026-03-09")).isEqualByComparingTo(ON_THE_NINTH.multiply(trucks()));
    assertThat(sum("2026-03-10")).isEqualByComparingTo(ON_THE_TENTH.multiply(trucks()));
    assertThat(events.subList(100, 150))
        .allSatisfy(
            event -> {
              assertThat(event.getCause()).isEqualTo(CorrectionCause.TARIFF);
              assertThat(event.getCharge().getTariffVersion()).isEqualTo("2");
              assertThat(event.getStatus()).isEqualTo(TollStatus.FINAL);
            });

    archived();
    int before = Eventually.read(asked, read -> read.size() >= 50).size();
    TollsRun third = rerate("--json");
    assertThat(third.out()).contains("\"changed\":0,\"left\":0,\"dryRun\":false");

    // the toll job has the old tariffs still: a latecomer is rated by them, and nothing is undone
    trucks.write(passage("late", 3, "2026-03-10T16:00", "EST-1"));
    trucks.flush();
    toldAtLeast(151);
    archived();
    TollsRun latecomer = rerate();
    assertThat(latecomer.out()).contains("1 event changes: ");
    toldAtLeast(152);
    assertThat(sum("2026-03-10")).isEqualByComparingTo(ON_THE_TENTH.multiply(trucks()));
    assertThat(events).hasSize(152);
    assertThat(before + Eventually.read(asked, read -> !read.isEmpty()).size())
        .as(
            "run twice by chance before they were taken, all the same each is asked for once or twice")
        .isIn(51, 101);
    numbersHaveNoGap();
    eachCorrectsTheOneBeforeIt();
  }

  private TollsRun rerate(String... options) {
    return run(
        Stream.concat(
                Stream.of("rerate", directory.resolve("new.yaml").toString()),
                Arrays.stream(options))
            .toArray(String[]::new));
  }

  private TollsRun run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(
        List.of(
            "--config",
            directory.resolve("passage.yaml").toString(),
            "--bootstrap",
            config.kafka().bootstrapServers(),
            "--registry",
            config.registry().url().toString()));
    return TollsRun.of(all.toArray(String[]::new));
  }

  private void twoDaysAreTold() throws IOException {
    for (String day : DAYS) {
      for (int truck = 0; truck < TRUCKS; truck++) {
        for (int i = 0; i < HOURS.size(); i++) {
          trucks.write(
              passage(
                  "%s-%d-%d".formatted(day, truck, i),
                  truck,
                  day + "T" + HOURS.get(i),
                  "EST-" + (1 + (truck + i) % 2)));
        }
      }
    }
    trucks.flush();
    toldAtLeast(100);
    archived();
  }

  private void toldAtLeast(int number) throws IOException {
    int more = number - events.size();
    events.addAll(Eventually.read(topic, read -> read.size() >= more));
  }

  /** Until the files hold what the topic told. */
  private void archived() throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (ParquetFiles.events(files).size() < events.size()) {
      assertThat(System.nanoTime()).as("the files lack some").isLessThan(end);
      events.addAll(topic.poll(Duration.ofMillis(200)));
    }
  }

  private static BigDecimal trucks() {
    return BigDecimal.valueOf(TRUCKS);
  }

  /** What the standing events of a day ask for. */
  private BigDecimal sum(String day) {
    Map<String, TollEvent> last = new LinkedHashMap<>();
    events.forEach(event -> last.put(event.getPassageId(), event));
    return last.values().stream()
        .filter(event -> event.getAt().atZone(ZONE).toLocalDate().toString().equals(day))
        .filter(event -> event.getCharge() != null)
        .map(event -> event.getCharge().getAmount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void numbersHaveNoGap() {
    events.stream()
        .collect(
            Collectors.groupingBy(
                TollEvent::getChargingPoint,
                Collectors.mapping(TollEvent::getSequence, Collectors.toList())))
        .values()
        .forEach(
            of -> assertThat(of).isEqualTo(LongStream.rangeClosed(1, of.size()).boxed().toList()));
  }

  private void eachCorrectsTheOneBeforeIt() {
    Map<String, String> ends = new LinkedHashMap<>();
    for (TollEvent event : events) {
      assertThat(event.getCorrects()).isEqualTo(ends.put(event.getPassageId(), event.getEventId()));
    }
  }

  private static TruckPassage passage(String id, int truck, String local, String point) {
    var at = LocalDateTime.parse(local).plusMinutes(truck).atZone(ZONE).toInstant();
    String plate = "1TRK%03d".formatted(truck);
    return TruckPassage.newBuilder()
        .setPassageId("passage-" + id)
        .setChargingPoint(point)
        .setCameraId(point)
        .setCameraCountry("BE")
        .setRoad("N511")
        .setAt(at)
        .setReceivedAt(at)
        .setSide(Side.FRONT)
        .setPlate(new SidePlate(plate, "BE", 0.98f, point))
        .setClassConfidence(0.97f)
        .setClassReasons(
            List.of(new ClassReason(ClassSource.PICTURE, "TRUCK in 3 pictures, 97 %", 3.5f)))
        .setEvidence(List.of(new Evidence("frame-" + id, at, "0".repeat(64), null, null, plate)))
        .build();
  }
}
