package eu.passage.jobs.tolls.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.reconcile.Copy;
import eu.passage.jobs.archive.DayCopies;
import eu.passage.jobs.archive.OwnPostgres;
import eu.passage.jobs.archive.SampleTolls;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.NoAnswerException;
import eu.passage.jobs.kafka.TopicTransaction;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every copy gives back what was written to it, whatever of it is asked for. */
@Timeout(240)
class TollBookTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  private static final LocalDate DAY = LocalDate.parse("2026-11-26");

  /** A minute for each number, from half past midnight. */
  private static final int NEXT_DAY = 24 * 60;

  private static final List<TollEvent> EVENTS = events();

  @TempDir static Path directory;
  private static OwnPostgres postgres;
  private static LocalPlatform platform;
  private static PassageConfig config;

  @BeforeAll
  static void start() throws Exception {
    postgres = new OwnPostgres(directory.resolve("postgres"));
    Path files = directory.resolve("tolls");
    PassageConfig defaults = ConfigFile.defaults();
    platform =
        LocalPlatform.start(
            defaults.with(defaults.tollArchive().with(postgres.settings(), files.toUri())), 1);
    config = platform.config();
    DayCopies.rows(postgres.settings(), ZONE, EVENTS);
    DayCopies.files(files, "tolls-0", ZONE, EVENTS);
    Files.writeString(files.resolve("day=2026-11-26").resolve(".tolls-1.parquet.inprogress"), "");
    try (TopicTransaction transaction =
        TopicTransaction.open(config, "tolls", Duration.ofMinutes(10))) {
      EVENTS.forEach(transaction.writer(Topic.TOLL_EVENTS, TollEvent.class));
      transaction.commit();
    }
  }

  @AfterAll
  static void stop() throws Exception {
    platform.close();
    postgres.close();
  }

  /** Numbers 1 to 60 of both points, of the day; then some of the next, and corrections. */
  private static List<TollEvent> events() {
    List<TollEvent> events = new ArrayList<>();
    LongStream.rangeClosed(1, 60)
        .forEach(
            number -> {
              events.add(SampleTolls.event("EST-1", number));
              events.add(SampleTolls.event("EST-2", number));
            });
    TollEvent plain = SampleTolls.event("EST-2", 61);
    plain.setCharge(null);
    plain.setFront(null);
    plain.setAxles(null);
    plain.setSegment(null);
    plain.setPlateConfidence(1 / 3f);
    events.add(plain);
    events.add(SampleTolls.event("EST-1", NEXT_DAY));
    events.add(SampleTolls.correction(SampleTolls.event("EST-1", 4), NEXT_DAY + 1, "0.0000"));
    return events;
  }

  private static TollBook book(Copy copy) {
    return TollBook.of(config).stream()
        .filter(book -> book.copy() == copy)
        .findFirst()
        .orElseThrow();
  }

  private static List<TollEvent> read(Copy copy, Wanted wanted) {
    List<TollEvent> events = new ArrayList<>();
    book(copy).read(wanted, events::add);
    return events;
  }

  @ParameterizedTest
  @EnumSource(Copy.class)
  void givesBackEveryFieldOfWhatWasWritten(Copy copy) {
    assertThat(read(copy, Wanted.of(Days.of(DAY, ZONE).and(1))))
        .containsExactlyInAnyOrderElementsOf(EVENTS);
  }

  @ParameterizedTest
  @EnumSource(Copy.class)
  void givesADayByTheTimeOfThePassageWhateverItsNumber(Copy copy) {
    assertThat(read(copy, Wanted.of(Days.of(DAY, ZONE))))
        .hasSize(122)
        .extracting(TollEvent::getSequence)
        .contains(NEXT_DAY + 1L)
        .doesNotContain((long) NEXT_DAY);
    assertThat(read(copy, Wanted.of(Days.of(DAY.plusDays(1), ZONE))))
        .extracting(TollEvent::getSequence)
        .containsExactly((long) NEXT_DAY);
  }

  @ParameterizedTest
  @EnumSource(Copy.class)
  void aDayOfAnotherZoneIsFoundInTheArchiveOfThisOne(Copy copy) {
    // 00:31 and later in Brussels is the evening before in UTC
    assertThat(read(copy, Wanted.of(Days.of(DAY.minusDays(1), ZoneId.of("UTC"))))).hasSize(59);
  }

  @ParameterizedTest
  @EnumSource(Copy.class)
  void givesNumbersOfAnyDayEachOnce(Copy copy) {
    List<Numbers> numbers =
        List.of(
            new Numbers("passage-estaimpuis", "EST-1", 59, 60),
            new Numbers("passage-estaimpuis", "EST-1", NEXT_DAY, NEXT_DAY + 9),
            new Numbers("passage-estaimpuis", "EST-2", 1, 1),
            new Numbers("somebody-else", "EST-2", 2, 5));

    assertThat(read(copy, Wanted.of(numbers)))
        .extracting(event -> event.getChargingPoint() + " " + event.getSequence())
        .containsExactlyInAnyOrder("EST-1 59", "EST-1 60", "EST-1 1440", "EST-1 1441", "EST-2 1");
    assertThat(read(copy, Wanted.of(Days.of(DAY, ZONE), numbers))).hasSize(123);
  }

  @Test
  void whatCannotBeReadIsToldWithItsPlaceAndWhatToDo() {
    var nowhere = new FilesBook(directory.resolve("nowhere").toUri());
    assertThatThrownBy(() -> nowhere.read(Wanted.of(Days.of(DAY, ZONE)), event -> {}))
        .isInstanceOf(NoAnswerException.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining("there is no directory");

    var stranger = new TableBook(postgres.settings("stranger"));
    assertThatThrownBy(() -> stranger.read(Wanted.of(Days.of(DAY, ZONE)), event -> {}))
        .isInstanceOf(NoAnswerException.class)
        .hasMessageContaining("stranger")
        .hasMessageContaining("jdbc:postgresql://localhost");
  }

  @Test
  void aRowThatTellsNoEventAnyMoreIsNamed() throws Exception {
    postgres.run("UPDATE passage.toll_events SET evidence = '{}' WHERE event_id = 'toll-EST-1-30'");
    try {
      assertThatThrownBy(() -> read(Copy.TABLE, Wanted.of(Days.of(DAY, ZONE))))
          .isInstanceOf(NoAnswerException.class)
          .hasMessageContaining("the row of event toll-EST-1-30 tells none: evidence: no list");
    } finally {
      postgres.run(
          "UPDATE passage.toll_events SET evidence = other.evidence FROM passage.toll_events other WHERE toll_events.event_id = 'toll-EST-1-30' AND other.event_id = 'toll-EST-1-31'");
    }
  }

  @Test
  void aFileThatIsNoneAnyMoreIsNamed() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("broken").resolve("day=2026-11-26"));
    Files.writeString(folder.resolve("tolls-1.parquet"), "this is no Parquet at all");
    var broken = new FilesBook(directory.resolve("broken").toUri());

    assertThatThrownBy(() -> broken.read(Wanted.of(Days.of(DAY, ZONE)), event -> {}))
        .isInstanceOf(NoAnswerException.class)
        .hasMessageContaining("tolls-1.parquet");
  }
}
