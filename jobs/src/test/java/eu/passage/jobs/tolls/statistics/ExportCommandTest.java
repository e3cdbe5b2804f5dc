package eu.passage.jobs.tolls.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import eu.passage.avro.CameraCount;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.TollChain;
import eu.passage.cep.toll.reconcile.Traffic;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.jobs.tolls.TollsCommand;
import eu.passage.jobs.tolls.books.TrafficReader;
import eu.passage.schemas.Topic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A day on a real broker, given out and counted. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportCommandTest {

  private static final LocalDate DAY = SampleDay.DAY.first();

  @TempDir Path directory;

  private final LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  void write() throws Exception {
    PassageConfig config = platform.config();
    try (var tolls = new TopicWriter<>(config, Topic.TOLL_EVENTS, TollEvent.class);
        var counts = new TopicWriter<>(config, Topic.CAMERA_COUNTS, CameraCount.class)) {
      SampleDay.events().forEach(tolls::write);
      // What is corrected counts once, what is taken back not at all
      TollEvent first = SampleDay.events().get(0);
      tolls.write(TollChain.correction(first, first, CorrectionCause.REVIEW));
      TollEvent other = SampleDay.events().get(6);
      tolls.write(TollChain.withdrawal(other, CorrectionCause.REVIEW));
      SampleDay.counts("EST-1").forEach(counts::write);
      CameraCount again = SampleDay.counts("EST-1").get(0);
      again.setPlatesRead(12);
      again.setRevision(2);
      counts.write(again);
      tolls.flush();
      counts.flush();
    }
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void aDayIsGivenOutWithoutWhatFewShare() throws Exception {
    Path file = directory.resolve("day.csv");

    assertThat(export("--day", DAY.toString(), "--format", "csv", "--out", file.toString()))
        .isEqualTo(ExitCode.OK);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines)
        .filteredOn(line -> line.contains("truck"))
        .singleElement()
        .asString()
        .endsWith(",6");
    assertThat(Files.readString(file)).doesNotContain(SampleDay.LONELY_PLATE);
    assertThat(err.toString()).contains("fewer than 5", "5 passages of trucks");
    try (var left = Files.list(directory)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void withoutAFileTheDocumentGoesToTheOutput() {
    assertThat(export("--day", DAY.toString())).isEqualTo(ExitCode.OK);

    assertThat(out.toString()).contains("roa:MeasuredDataPublication").endsWith("</d2:payload>");
    assertThat(export("--day", DAY.toString(), "--format", "datex-sites")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("roa:MeasurementSiteTablePublication");
  }

  @Test
  void aDayThatIsNotOverIsRefused() {
    String tomorrow = LocalDate.now(SampleDay.DAY.zone()).plusDays(1).toString();

    assertThat(export("--day", tomorrow)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("is not over");
  }

  @Test
  void aFileThatCannotBeWrittenIsSaid() {
    String nowhere = directory.resolve("no/such/day.xml").toString();

    assertThat(export("--day", DAY.toString(), "--out", nowhere)).isEqualTo(ExitCode.FAILURE);
    assertThat(err.toString()).contains("cannot be written", nowhere);
  }

  @Test
  void theReportsTrafficIsTheLatestOfEachSlotAndSilentIsWhoToldNothing() {
    Traffic traffic = new TrafficReader(platform.config()).of(DAY, SampleDay.DAY.zone());

    assertThat(traffic.vehicles())
        .containsOnly(entry("EST-1", 19L), entry("EST-2", 0L), entry("EST-3", 0L));
    assertThat(traffic.silent())
        .extracting(silent -> silent.cameraId() + " " + silent.from() + " " + silent.until())
        .containsExactly(
            "EST-1 2026-11-25T23:00:00Z 2026-11-26T07:00:00Z",
            "EST-1 2026-11-26T07:10:00Z 2026-11-26T23:00:00Z",
            "EST-2 2026-11-25T23:00:00Z 2026-11-26T23:00:00Z",
            "EST-3 2026-11-25T23:00:00Z 2026-11-26T23:00:00Z");
  }

  private int export(String... arguments) {
    List<String> all = new ArrayList<>(List.of("export"));
    all.addAll(List.of(arguments));
    all.addAll(
        List.of(
            "--bootstrap", platform.config().kafka().bootstrapServers(),
            "--registry", platform.config().registry().url().toString()));
    CommandLine command =
        new CommandLine(new TollsCommand()).setCaseInsensitiveEnumValuesAllowed(true);
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(all.toArray(new String[0]));
  }
}
