package eu.passage.jobs.tolls.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.reconcile.Copy;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.tolls.TollsCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** As the transport authority runs it: with a real broker, a real PostgreSQL and Parquet files. */
@Timeout(240)
class ReconcileCommandTest {

  @TempDir static Path directory;
  private static StoredCopies copies;
  private static Path config;

  private record Run(int status, String out, String err) {}

  @BeforeAll
  static void start() throws Exception {
    copies = new StoredCopies(directory);
    config = config("own.yaml", "");
  }

  @AfterAll
  static void stop() throws Exception {
    copies.close();
  }

  @BeforeEach
  void reset() {
    copies.reset();
  }

  private static Path config(String name, String more) throws Exception {
    return Files.writeString(
        directory.resolve(name),
        """
        kafka: {bootstrapServers: "%s"}
        registry: {url: "%s"}
        tollArchive:
          database: {url: "%s", user: postgres}
          files: %s
        %s
        """
            .formatted(
                copies.config().kafka().bootstrapServers(),
                copies.config().registry().url(),
                copies.postgres().settings().url(),
                copies.files().toUri(),
                more));
  }

  private static Run tolls(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(new TollsCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new Run(status, out.toString(), err.toString());
  }

  private static Run reconcile(String day, String... more) {
    List<String> args =
        new ArrayList<>(List.of("reconcile", "--day", day, "--config", config.toString()));
    args.addAll(List.of(more));
    return tolls(args.toArray(String[]::new));
  }

  private static List<Tuple> differences(Run run) throws Exception {
    List<Tuple> differences = new ArrayList<>();
    JsonNode report = new ObjectMapper().readTree(run.out());
    report
        .path("differences")
        .forEach(
            one -> differences.add(tuple(one.path("kind").asText(), one.path("eventId").asText())));
    return differences;
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aPlantedFaultIsFoundAndNothingElseIsTold(Fault fault) throws Exception {
    List<String> events = fault.plant(copies);
    copies.store();

    Run run = reconcile("2026-03-10", "--json");

    assertThat(run.err()).isEmpty();
    assertThat(differences(run))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            events.stream().map(event -> tuple(fault.kind.name(), event)).toList());
    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
  }

  @ParameterizedTest
  @EnumSource(Copy.class)
  void aDayWithoutFaultTellsNothingByWhateverCopyItIsRead(Copy copy) throws Exception {
    copies.store();

    assertThat(
            differences(
                reconcile("2026-03-10", "--json", "--only", copy.name().toLowerCase(Locale.ROOT))))
        .isEmpty();
  }

  @Test
  void daysBetweenWhoseNumbersCorrectionsOfOtherDaysStandTellNothing() throws Exception {
    copies.store();
    assertThat(copies.all(event -> event.getCorrects() != null && !TollWorld.isOfDay(event)))
        .isNotEmpty();

    for (String day : List.of("2026-01-15", "2026-03-09", "2026-03-10", "2026-03-11")) {
      Run run = reconcile(day);
      assertThat(run.out()).as(day + run.err()).contains("✓ everything agrees");
      assertThat(run.status()).isEqualTo(ExitCode.OK);
    }
    assertThat(reconcile("2026-02-01").out()).contains("0 events at 3 charging points");
  }

  @Test
  void aFaultOfAnotherDayIsNotTold() throws Exception {
    TollEvent next =
        copies
            .all(
                event ->
                    event
                        .getAt()
                        .isAfter(
                            TollWorld.DAY.plusDays(1).atStartOfDay(TollWorld.ZONE).toInstant()))
            .get(0);
    copies.shift(next, 5);
    copies.changeEverywhere(next.getEventId(), event -> event.setVehicleClass("CAR"));
    copies.store();

    assertThat(differences(reconcile("2026-03-09", "--json"))).isEmpty();
    assertThat(differences(reconcile("2026-03-11", "--json")))
        .extracting(one -> one.toList().get(0))
        .contains("NO_TRUCK", "SEQUENCE_GAP");
  }

  @Test
  void aPersonIsToldEachDifferenceAndWhatTheDayComesTo() throws Exception {
    List<String> events = Fault.AMOUNT_CHANGED_IN_THE_TABLE.plant(copies);
    copies.store();

    Run run = reconcile("2026-03-10");

    assertThat(run.out())
        .contains(
            "event %s: charge.amount is 2.0500 in the topic and 0.0100 in the table"
                .formatted(events.get(0)))
        .contains("✗ 1 difference", "Tuesday 10 March 2026")
        .contains("read: the topic, the table, the files")
        .contains(" EUR final")
        .doesNotContain("\u001b");
  }

  @Test
  void aReportIsSignedVerifiedAndItsForgeryFound() throws Exception {
    copies.store();
    Path folder = directory.resolve("reports");
    Path keys = directory.resolve("authority");

    assertThat(tolls("keys", keys.toString()).status()).isEqualTo(ExitCode.OK);
    assertThat(tolls("keys", keys.toString()).status()).isEqualTo(ExitCode.USAGE);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("authority.key"))))
        .isEqualTo("rw-------");

    Run run = reconcile("2026-03-10", "--key", keys + ".key", "--out", folder.toString());
    assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.OK);
    Path report = folder.resolve("toll-report-2026-03-10.json");
    assertThat(run.out()).contains(report.toString());
    assertThat(folder.resolve("toll-report-2026-03-10.html"))
        .content()
        .contains("Everything agrees", "Cameras that told nothing")
        .doesNotContain("not at hand");
    assertThat(tolls("verify", report.toString(), "--key", keys + ".pub"))
        .satisfies(genuine -> assertThat(genuine.status()).isEqualTo(ExitCode.OK))
        .satisfies(genuine -> assertThat(genuine.out()).contains("✓ genuine"));

    Files.writeString(report, Files.readString(report).replace("EST-1", "EST-9"));
    assertThat(tolls("verify", report.toString(), "--key", keys + ".pub"))
        .satisfies(forged -> assertThat(forged.status()).isEqualTo(ExitCode.NEGATIVE))
        .satisfies(forged -> assertThat(forged.out()).contains("✗ not genuine"));
    assertThat(tolls("verify", "nowhere.json", "--key", keys + ".pub"))
        .satisfies(missing -> assertThat(missing.status()).isEqualTo(ExitCode.USAGE))
        .satisfies(missing -> assertThat(missing.err()).contains("there is no file nowhere.json"));
  }

  @Test
  void whatCannotBeReadIsToldByItsStatus() throws Exception {
    copies.store();
    Run broker = reconcile("2026-03-10", "--bootstrap", "127.0.0.1:1");
    assertThat(broker.status()).isEqualTo(ExitCode.FAILURE);
    assertThat(broker.err()).contains("No Kafka broker answers at 127.0.0.1:1");

    copies.postgres().run("ALTER TABLE passage.toll_events RENAME TO gone");
    try {
      Run table = reconcile("2026-03-10");
      assertThat(table.status()).isEqualTo(ExitCode.FAILURE);
      assertThat(table.err()).contains("The table passage.toll_events of", "does not exist");
    } finally {
      copies.postgres().run("ALTER TABLE passage.gone RENAME TO toll_events");
    }

    Run noTable = tolls("reconcile", "--day", "2026-03-10", "--only", "table");
    assertThat(noTable.status()).isEqualTo(ExitCode.USAGE);
    assertThat(noTable.err()).contains("the configuration names no database");
    Run noKey = reconcile("2026-03-10", "--key", "nowhere.key");
    assertThat(noKey.status()).isEqualTo(ExitCode.USAGE);
    assertThat(noKey.err()).contains("--key: there is no file nowhere.key");
    assertThat(reconcile("yesterday").status()).isEqualTo(ExitCode.USAGE);
    assertThat(reconcile("2026-03-10", "--out", "reports").err()).contains("passage tolls keys");
  }

  @Test
  void aDayWhoseTruckPassagesAreNoLongerKeptIsReconciledWithoutThem() throws Exception {
    copies.passages();
    copies.store();
    Instant noon = TollWorld.DAY.atTime(12, 0).atZone(TollWorld.ZONE).toInstant();
    copies.passages().removeIf(passage -> passage.getAt().isBefore(noon));
    copies.store();

    Run run = reconcile("2026-03-10");

    assertThat(run.out())
        .contains("✓ everything agrees", "truck passages are not at hand")
        .doesNotContain("Only one copy");
    assertThat(run.status()).isEqualTo(ExitCode.OK);
  }

  @Test
  void tariffsThatAreNotThoseThatWereUsedAreToldOnce() throws Exception {
    copies.store();
    Path other = config("other.yaml", "tolls: {tariffs: [fr-axles]}");

    Run run = tolls("reconcile", "--day", "2026-03-10", "--config", other.toString());

    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(run.out())
        .contains("charged by tariff commune-per-passage version 2026, which nobody knows")
        .containsOnlyOnce("name their files under tolls.tariffs");
  }
}
