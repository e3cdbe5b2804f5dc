package eu.passage.jobs.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.jobs.console.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The command from its arguments to its answer, with the engine that runs rules live. */
class BacktestCommandTest {

  private static final String TRUCKS =
      """
      rule: trucks
      title: A truck <of any kind>
      when: crossing where type == 'TRUCK'
      unless: daysSeen('28d') >= 2
      once: 36h
      """;
  private static final String TABLE =
      """
      at,camera,from,to,plate,country,type,colour,confidence
      2026-03-02T09:10:00+01:00,EST-2,BE,FR,1-AAA-111,BE,TRUCK,WHITE,0.9
      2026-03-02T02:10:00+01:00,EST-1,FR,BE,AB123CD,FR,TRUCK,,0.95
      2026-03-03T02:10:00+01:00,EST-1,FR,BE,AB123CD,FR,TRUCK,,0.95
      2026-03-04T02:10:00+01:00,EST-1,FR,BE,AB123CD,FR,TRUCK,,0.95
      2026-03-04T03:10:00+01:00,EST-1,FR,BE,1BBB222,BE,CAR,,0.9
      """;

  @TempDir private Path folder;
  private String out = "";
  private String err = "";

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
    assertThat(err).contains("5 passages", "2 alerts in all");
  }

  @Test
  void withoutJsonATableSaysWhatEachRuleWouldHaveCost() {
    assertThat(execute("trucks.yaml", "--passages", "month.csv")).isEqualTo(ExitCode.OK);

    assertThat(out)
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
    assertThat(out)
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
    assertThat(err).contains("too many passages cannot be used");
  }

  @Test
  void theReportIsOnePageThatNeedsNothingElse() throws Exception {
    Path page = folder.resolve("out.html");
    assertThat(execute("trucks.yaml", "--passages", "month.csv", "--report", page.toString()))
        .isEqualTo(ExitCode.OK);

    assertThat(Files.readString(page))
        .startsWith("<!DOCTYPE html>")
        .contains("2 alerts in 3 days", "A truck &lt;of any kind&gt;")
        .contains("FR AB123CD, truck, FR → BE at EST-1 (Estaimpuis - Wattrelos)")
        .doesNotContain("http://", "https://", "<script");
    // well-formed to the last tag: three pictures, each with a text for those who do not see it
    NodeList pictures =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(Files.readAllBytes(page)))
            .getElementsByTagName("svg");
    assertThat(pictures.getLength()).isEqualTo(3);
    for (int i = 0; i < pictures.getLength(); i++) {
      assertThat(((Element) pictures.item(i)).getAttribute("aria-label")).isNotEmpty();
    }
  }

  @Test
  void againstAnOlderVersionItTellsWhatIsAddedDroppedAndKept() throws IOException {
    String dash =
        """
        rule: night-dash
        title: In by night and out again
        sequence:
          - enter: crossing where to == 'BE' && during('00:00', '05:00')
          - then leave: crossing where from == 'BE'%s
        within: %s
        once: 24h
        """;
    write("old.yaml", dash.formatted("", "30m"));
    write("new.yaml", dash.formatted(" && camera.id != enter.camera.id", "90m"));
    write(
        "nights.csv",
        """
        at,camera,from,to,plate,country
        2026-03-02T02:10:00+01:00,EST-1,FR,BE,1KEP111,BE
        2026-03-02T02:30:00+01:00,EST-2,BE,FR,1KEP111,BE
        2026-03-02T02:11:00+01:00,EST-1,FR,BE,1ADD222,BE
        2026-03-02T03:30:00+01:00,EST-2,BE,FR,1ADD222,BE
        2026-03-02T02:12:00+01:00,EST-1,FR,BE,1DRP333,BE
        2026-03-02T02:20:00+01:00,EST-1,BE,FR,1DRP333,BE
        2026-03-02T02:13:00+01:00,EST-1,FR,BE,1OUT444,BE
        2026-03-02T03:43:00+01:00,EST-2,BE,FR,1OUT444,BE
        """);
    Path page = folder.resolve("out.html");

    assertThat(
            execute(
                "new.yaml",
                "--passages",
                "nights.csv",
                "--against",
                "old.yaml",
                "--report",
                page.toString()))
        .isEqualTo(ExitCode.OK);

    assertThat(out)
        .containsPattern("against the old version +kept +added +dropped")
        .containsPattern("night-dash +1 +1 +1")
        .contains("2 alerts in all");
    assertThat(Files.readString(page))
        .containsPattern(
            "(?s)only the new version raises.*1ADD222.*only the old version raises.*1DRP333");
  }

  @Test
  void shippedRulesAreTriedByName() {
    assertThat(execute("night-dash", "truck-did-not-return", "--passages", "month.csv"))
        .isEqualTo(ExitCode.OK);

    // those of the 2nd, 3rd and 4th are due, also where the record ends before
    assertThat(out).containsPattern("truck-did-not-return +3 ").containsPattern("night-dash +0 ");
  }

  @Test
  void aRuleWhoseOwnTestsFailIsTriedAllTheSame() throws IOException {
    write(
        "trucks.yaml",
        TRUCKS
            + """
            tests:
              - given: 02:10 1ABC234 FR>BE @EST-1 TRUCK
                expect: []
            """);

    assertThat(execute("trucks.yaml", "--passages", "month.csv")).isEqualTo(ExitCode.OK);
    assertThat(err).contains("a test of trucks fails", "Trying it all the same");
    assertThat(out).contains("2 alerts in all");
  }

  @Test
  void aRuleMayLookBackAsFarAsTheConfigurationKeepsThePast() throws IOException {
    write("week.yaml", TRUCKS.replace("once: 36h", "once: 7d"));

    assertThat(execute("week.yaml", "--passages", "month.csv")).isEqualTo(ExitCode.NEGATIVE);
    assertThat(err).contains("week.yaml:5:7:");

    write("config.yaml", "detection: {history: {retention: 7d, habits: 28d}}\n");
    assertThat(execute("week.yaml", "--passages", "month.csv", "--config", "config.yaml"))
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void severalFilesAreReadTogether() throws IOException {
    write(
        "more.csv",
        "plate,camera,at,to,from,type\n1DDD444,EST-3,2026-03-09T02:10:00Z,BE,FR,truck\n");

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
    assertThat(err).contains("trucks.yaml:3:");
    assertThat(out).isEmpty();
  }

  @Test
  void twoFilesWithOneRuleAreRefused() throws IOException {
    write("again.yaml", TRUCKS);

    assertThat(execute("trucks.yaml", "again.yaml", "--passages", "month.csv"))
        .isEqualTo(ExitCode.NEGATIVE);
    assertThat(err)
        .contains("again.yaml:1:1: A rule 'trucks' stands already at ", "trucks.yaml:1.");
  }

  @Test
  void passagesThatCannotBeReadAreAUsageError() throws IOException {
    assertThat(execute("trucks.yaml", "--passages", "nowhere.csv")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("nowhere.csv: no such file");
    assertThat(execute("trucks.yaml")).isEqualTo(ExitCode.USAGE);
    write("fake.avro", "no Avro");
    assertThat(execute("trucks.yaml", "--passages", "fake.avro")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("fake.avro: is no Avro object container file");
    assertThat(execute("trucks.yaml", "--passages", "month.csv", "--handling", "long"))
        .isEqualTo(ExitCode.USAGE);
  }

  private List<JsonNode> lines() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> nodes = new java.util.ArrayList<>();
    for (String line : out.lines().toList()) {
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
    RulesRun run =
        RulesRun.of(
            Stream.concat(Stream.of("backtest"), Stream.of(resolved)).toArray(String[]::new));
    out = run.out();
    err = run.err();
    return run.status();
  }
}
