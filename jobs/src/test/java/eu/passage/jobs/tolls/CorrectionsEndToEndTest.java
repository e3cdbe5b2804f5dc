package eu.passage.jobs.tolls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.passage.avro.AuditRecord;
import eu.passage.avro.ChargeInput;
import eu.passage.avro.ClassReason;
import eu.passage.avro.ClassSource;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.Deed;
import eu.passage.avro.Evidence;
import eu.passage.avro.InputSource;
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
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.kafka.CommittedReader;
import eu.passage.jobs.kafka.Eventually;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
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

  /** Of a day. */
  private static final int PASSAGES = 50;

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

  /** Four of five passages: that is the cap. */
  private static final BigDecimal ON_THE_NINTH = new BigDecimal("8.2000");

  /** Three passages by the new version, the last as far as the cap leaves it. */
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

    TollsRun dry = rerate("--dry-run");
    assertThat(dry.status()).as(dry.err()).isZero();
    assertThat(dry.out())
        .contains("2026-03-10", "commune 1", "commune 2", "+18.0000 EUR", "Nothing was written")
        .doesNotContain("2026-03-09");

    assertThat(rerate().out()).contains("50 events change: +18.0000 EUR in all.");
    TollsRun again = rerate(); // the toll job may have taken the first ones, or not
    assertThat(again.status()).as(again.err()).isZero();
    told(2 * PASSAGES, ON_THE_TENTH);
    assertThat(events.stream().filter(event -> event.getCause() == CorrectionCause.TARIFF))
        .hasSize(PASSAGES)
        .allMatch(event -> event.getCharge().getTariffVersion().equals("2"))
        .allMatch(event -> event.getStatus() == TollStatus.FINAL);

    archived();
    assertThat(rerate("--json").out()).contains("\"changed\":0,\"left\":0,\"dryRun\":false");

    // the toll job has the old tariffs still: a latecomer is rated by them, and nothing is undone
    trucks.write(passage("late", 3, "2026-03-10T16:00", "EST-1"));
    trucks.flush();
    told(2 * PASSAGES + 1, null);
    archived();
    int before = events.size();
    assertThat(rerate().out()).contains("1 event changes: ");
    awaitEvents(() -> events.size() > before);
    assertThat(sum("2026-03-10")).isEqualByComparingTo(ON_THE_TENTH.multiply(trucks()));
    assertThat(sum("2026-03-09")).isEqualByComparingTo(ON_THE_NINTH.multiply(trucks()));
    assertThat(events).hasSize(before + 1);
    numbersHaveNoGap();
    eachCorrectsTheOneBeforeIt();
    // by how often each was asked for: the second run may have come before the first was taken
    List<TollEvent> requests =
        Eventually.read(asked, read -> ids(read).contains(events.get(before).getEventId()));
    assertThat(ids(requests)).hasSize(PASSAGES + 1);
  }

  @Test
  void whatAPersonDecidesByFactsIsComputedByTheTariffAndHeldAgainstEverything() throws Exception {
    for (String time : List.of("08:00", "09:00", "10:00")) {
      trucks.write(passage("e" + time, 1, "2026-03-10T" + time, "EST-3"));
    }
    trucks.flush();
    awaitEvents(() -> last().size() == 3);
    String first = standing("e08:00").getEventId();
    String second = standing("e09:00").getEventId();

    TollsRun list = run("review");
    assertThat(list.status()).as(list.err()).isZero();
    assertThat(list.out())
        .contains(first, second, "4.0000 EUR by by-euro 1", "nobody knows the euroClass")
        .contains("3 events")
        .containsSubsequence(first, second);
    assertThat(run("review", first).out())
        .contains("1-TRK-001 (BE) passed EST-3", "For a truck: TRUCK in 3 pictures, 97 %")
        .contains("euroClass  0", "assumed, since nobody knows", "frame-e08:00", "SHA-256 0000");

    TollsRun billed =
        run("review", first, "--bill", "--fact", "euroClass=6", "--by", "desk", "--reason", "seen");
    assertThat(billed.status()).as(billed.err()).isZero();
    assertThat(billed.out()).contains(first + " is decided", "1.1000 EUR");
    TollsRun withdrawn =
        run("review", second, "--withdraw", "--by", "desk", "--reason", "towed away");
    assertThat(withdrawn.status()).as(withdrawn.err()).isZero();
    awaitEvents(() -> events.size() == 5);

    assertThat(standing("e08:00").getStatus()).isEqualTo(TollStatus.FINAL);
    assertThat(standing("e08:00").getCause()).isEqualTo(CorrectionCause.REVIEW);
    assertThat(standing("e08:00").getCharge().getInputs())
        .contains(new ChargeInput("euroClass", "6", InputSource.PERSON));
    assertThat(standing("e09:00").getStatus()).isEqualTo(TollStatus.WITHDRAWN);
    assertThat(run("review").out()).contains("1 event:").doesNotContain(first, second);
    TollsRun twice = run("review", first, "--withdraw", "--by", "desk", "--reason", "again");
    assertThat(twice.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(twice.err()).contains("holds no more", standing("e08:00").getEventId());
    audited(first, second);

    archived();
    assertThat(rerate().out()).contains("No event changes.");
    numbersHaveNoGap();
    eachCorrectsTheOneBeforeIt();
  }

  @Test
  void whatIsMissingOrWrongIsToldWithWhatToWrite() {
    assertThat(TollsRun.of("review", "--bill", "--by", "desk", "--reason", "x").err())
        .contains("Which event?");
    assertThat(TollsRun.of("review", "toll-1", "--bill").err()).contains("--by NAME --reason TEXT");
    assertThat(TollsRun.of("review", "toll-1", "--fact", "axles=5").err())
        .contains("--bill or --withdraw");
    TollsRun amount =
        TollsRun.of(
            "review", "toll-1", "--bill", "--fact", "amount=1", "--by", "desk", "--reason", "x");
    assertThat(amount.err()).contains("'amount' is no fact of a vehicle; there are euroClass");
    assertThat(amount.status()).isEqualTo(ExitCode.USAGE);
    assertThat(run("review", "toll-none").err()).contains("There is no toll event 'toll-none'");
    assertThat(TollsRun.of("rerate", "--from", "yesterday").err())
        .contains("'yesterday' is no day");
  }

  private void audited(String billed, String withdrawn) throws IOException {
    try (var audit = new CommittedReader<>(Topic.AUDIT, AuditRecord.class, config)) {
      List<AuditRecord> links = Eventually.read(audit, read -> read.size() >= 2);
      assertThat(links)
          .extracting(AuditRecord::getActor, AuditRecord::getDeed, AuditRecord::getSubject)
          .containsExactlyInAnyOrder(
              tuple("desk", Deed.APPROVED, "toll event " + billed),
              tuple("desk", Deed.WITHDRAWN, "toll event " + withdrawn));
      assertThat(links)
          .extracting(AuditRecord::getNote)
          .containsExactlyInAnyOrder("seen (euroClass=6)", "towed away");
    }
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
    told(2 * PASSAGES, ON_THE_NINTH);
    assertThat(sum("2026-03-09")).isEqualByComparingTo(ON_THE_NINTH.multiply(trucks()));
    archived();
  }

  /** Until so many passages are told, and those of the tenth ask for so much of each truck. */
  private void told(int passages, @Nullable BigDecimal eachOnTheTenth) throws IOException {
    awaitEvents(
        () ->
            last().size() == passages
                && (eachOnTheTenth == null
                    || sum("2026-03-10").compareTo(eachOnTheTenth.multiply(trucks())) == 0));
  }

  private void awaitEvents(BooleanSupplier condition) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting after %d", events.size()).isLessThan(end);
      events.addAll(topic.poll(Duration.ofMillis(200)));
    }
  }

  /** Until the files hold what the topic told. */
  private void archived() throws IOException {
    awaitEvents(() -> archivedEvents() >= events.size());
  }

  private int archivedEvents() {
    try {
      return ParquetFiles.events(files).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> ids(List<TollEvent> of) {
    return of.stream().map(TollEvent::getEventId).collect(Collectors.toSet());
  }

  private Map<String, TollEvent> last() {
    Map<String, TollEvent> last = new LinkedHashMap<>();
    events.forEach(event -> last.put(event.getPassageId(), event));
    return last;
  }

  private TollEvent standing(String passage) {
    return Objects.requireNonNull(last().get("passage-" + passage));
  }

  private static BigDecimal trucks() {
    return BigDecimal.valueOf(TRUCKS);
  }

  /** What the standing events of a day ask for. */
  private BigDecimal sum(String day) {
    return last().values().stream()
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
