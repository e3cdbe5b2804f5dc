package eu.passage.jobs.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.cep.language.RuleLanguage;
import eu.passage.jobs.console.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command from its arguments to its answer, with a stand-in for the engine. */
class BacktestCommandTest {

  private static final String TRUCKS =
      """
      rule: trucks
      title: A truck <of any kind>
      when: crossing && type == 'TRUCK'
      once: 24h
      """;
  private static final String TABLE =
      """
      at,camera,from,to,plate,country,type,colour,confidence
      2026-03-02T09:10:00+01:00,EST-2,BE,FR,1-AAA-111,BE,TRUCK,WHITE,0.9
      2026-03-02T02:10:00+01:00,EST-1,FR,BE,AB123CD,FR,TRUCK,,0.95
      2026-03-03T02:10:00+01:00,EST-1,FR,BE,AB123CD,FR,TRUCK,,0.55
      2026-03-04T02:10:00+01:00,EST-1,FR,BE,AB123CD,FR,TRUCK,,0.45
      2026-03-04T03:10:00+01:00,EST-1,FR,BE,1BBB222,BE,CAR,,0.9
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeFiles() throws IOException {
    write("trucks.yaml", TRUCKS);
    write("month.csv", TABLE);
  }

  @Test
  void eachAlertIsALineOfJsonInOrderOfTime() throws IOException {
    assertThat(execute("trucks.yaml", "--passages", "month.csv", "--json")).isEqualTo(ExitCode.OK);

    List<JsonNode> lines = lines();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"rule": "trucks", "at": "2026-03-02T01:10:00Z", "plate": "AB123CD", "country": "FR",
                     "passages": [{"at": "2026-03-02T01:10:00Z", "camera": "EST-1", "from": "FR", "to": "BE",
                                   "plate": "AB123CD", "country": "FR"}]}
                    """));
    assertThat(lines.get(1).get("plate").asText()).isEqualTo("1AAA111");
    assertThat(err.toString()).contains("5 passages", "2 alerts in all");
  }

  @Test
  void withoutJsonATableSaysWhatEachRuleWouldHaveCost() {
    assertThat(execute("trucks.yaml", "--passages", "month.csv")).isEqualTo(ExitCode.OK);

    assertThat(out.toString())
        .contains("5 passages of " + folder.resolve("month.csv"))
        .contains("Mon 2 Mar 2026 to Wed 4 Mar 2026")
        .containsPattern("trucks +2 +0 +2 +2 +2 +1 +1 +BE 1AAA111")
        .doesNotContain("\u001b");
  }

  @Test
  void badLinesAreCountedByReasonAndTheFirstOfEachIsShown() throws IOException {
    StringBuilder table = new StringBuilder(TABLE);
    for (int i = 0; i < 20; i++) {
      table.append("2026-03-05T02:10:00Z,EST-1,,,1CCC333,BE,CAR,,\n");
    }
    table.append("2026-03-05T02:10:00Z,EST-7,,,1CCC333,BE,CAR,,\n");
    table.append("yesterday,EST-1,,,1CCC333,BE,CAR,,\n");
    write("month.csv", table.toString());

    assertThat(execute("trucks.yaml", "--passages", "month.csv")).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("25 passages", "2 lines could not be used (7.41 %)")
        .contains("month.csv:27: 2026-03-05T02:10:00Z,EST-7")
        .contains("month.csv:28: yesterday,EST-1");

    assertThat(execute("trucks.yaml", "--passages", "month.csv", "--strict"))
        .isEqualTo(ExitCode.NEGATIVE);
  }

  @Test
  void whenATenthOfTheLinesCannotBeUsedTheAnswerIsNo() throws IOException {
    write("month.csv", TABLE.replace("EST-2", "EST-9"));

    assertThat(execute("trucks.yaml", "--passages", "month.csv")).isEqualTo(ExitCode.NEGATIVE);
    assertThat(err.toString()).contains("too many passages cannot be used");
  }

  @Test
  void theReportIsOnePageThatNeedsNothingElse() throws IOException {
    Path page = folder.resolve("out.html");
    assertThat(execute("trucks.yaml", "--passages", "month.csv", "--report", page.toString()))
        .isEqualTo(ExitCode.OK);

    assertThat(Files.readString(page))
        .startsWith("<!DOCTYPE html>")
        .contains("2 alerts in 3 days", "A truck &lt;of any kind&gt;")
        .contains("FR AB123CD, truck, FR → BE at EST-1 (Estaimpuis - Wattrelos)")
        .doesNotContain("http://", "https://", "<script");
  }

  @Test
  void againstAnOlderVersionItTellsWhatIsAddedAndDropped() throws IOException {
    write("old.yaml", TRUCKS.replace("'TRUCK'", "'CAR'"));

    assertThat(execute("trucks.yaml", "--passages", "month.csv", "--against", "old.yaml"))
        .isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .containsPattern("against the old version +kept +added +dropped")
        .containsPattern("trucks +0 +2 +1")
        .contains("2 alerts in all");
  }

  @Test
  void severalFilesAreReadTogether() throws IOException {
    write("more.csv", "plate,camera,at,type\n1DDD444,EST-3,2026-03-09T02:10:00Z,truck\n");

    assertThat(
            execute("trucks.yaml", "--passages", "month.csv", "--passages", "more.csv", "--json"))
        .isEqualTo(ExitCode.OK);
    assertThat(lines())
        .extracting(line -> line.get("plate").asText())
        .containsExactly("AB123CD", "1AAA111", "1DDD444");
  }

  @Test
  void aFaultyRuleIsShownWithItsPlaceAndNothingIsRead() throws IOException {
    write("trucks.yaml", TRUCKS.replace("type ==", "typ =="));

    assertThat(execute("trucks.yaml", "--passages", "month.csv", "--json"))
        .isEqualTo(ExitCode.NEGATIVE);
    assertThat(err.toString()).contains("trucks.yaml:3:");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void twoFilesWithOneRuleAreRefused() throws IOException {
    write("again.yaml", TRUCKS);

    assertThat(execute("trucks.yaml", "again.yaml", "--passages", "month.csv"))
        .isEqualTo(ExitCode.NEGATIVE);
    assertThat(err.toString()).contains("again.yaml:1: rule trucks is also in");
  }

  @Test
  void passagesThatCannotBeReadAreAUsageError() throws IOException {
    assertThat(execute("trucks.yaml", "--passages", "nowhere.csv")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("nowhere.csv: no such file");
    assertThat(execute("trucks.yaml")).isEqualTo(ExitCode.USAGE);
    write("fake.avro", "no Avro");
    assertThat(execute("trucks.yaml", "--passages", "fake.avro")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("fake.avro: is no Avro object container file");
    assertThat(execute("trucks.yaml", "--passages", "month.csv", "--handling", "long"))
        .isEqualTo(ExitCode.USAGE);
  }

  private List<JsonNode> lines() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> nodes = new java.util.ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      nodes.add(mapper.readTree(line));
    }
    return nodes;
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** Runs the command; names of files in the folder stand for their paths. */
  private int execute(String... arguments) {
    String[] resolved = arguments.clone();
    for (int i = 0; i < resolved.length; i++) {
      if (resolved[i].matches("\\w+\\.(yaml|csv|avro)")) {
        resolved[i] = folder.resolve(resolved[i]).toString();
      }
    }
    BacktestCommand command =
        new BacktestCommand(
            (cameras, limits) -> new RuleLanguage(cameras, limits)::parse,
            FakeReplay::replay,
            TestTypes.FACTS,
            2);
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(resolved);
  }
}
