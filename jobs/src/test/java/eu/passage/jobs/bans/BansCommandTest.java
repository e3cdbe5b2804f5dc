package eu.passage.jobs.bans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.jobs.console.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BansCommandTest {

  private static final String BAN =
      """
      ban: no-transit
      version: "2026"
      title: No trucks in transit
      validFrom: 2026-01-01
      transit: {country: BE, points: [EST-1, EST-3], within: 20m}
      tests:
        - given: |
            10:00 1TRK555 FR>BE @EST-1
            10:10 1TRK555 BE>FR @EST-3
          expect: [10:10 1TRK555]
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  @Test
  void theShippedBansAreRightForTheShippedCameras() {
    assertThat(run("check", "estaimpuis")).isEqualTo(ExitCode.OK);
    assertThat(out).hasToString("3 bans are right\n");
  }

  @Test
  void theTestsOfTheShippedBansPass() {
    assertThat(run("test", "estaimpuis")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).matches("3 bans, \\d+ tests: all pass\n");
  }

  @Test
  void whatIsShownIsRightAsAFileOfOnesOwn() throws IOException {
    assertThat(run("show", "estaimpuis")).isEqualTo(ExitCode.OK);
    String mine = file("mine.yaml", out.toString());
    out.getBuffer().setLength(0);

    assertThat(run("check", mine)).isEqualTo(ExitCode.OK);
  }

  @Test
  void everyFaultIsShownWithItsPlaceACaretAndAdvice() throws IOException {
    String wrong = file("wrong.yaml", BAN.replace("EST-3]", "EST-9]").replace("title", "titel"));

    assertThat(run("check", wrong)).isEqualTo(ExitCode.NEGATIVE);
    assertThat(out.toString())
        .startsWith(wrong + ":3:1: 'titel' is no key of a ban (did you mean 'title'?).")
        .contains(wrong + ":5:40: 'EST-9' is no charging point")
        .contains("\n                                         ^\n")
        .contains("Charging points are EST-1, EST-2, EST-3.")
        .endsWith(" faults\n");
  }

  @Test
  void aTestThatFailsIsShownWithWhatIsMissing() throws IOException {
    String wrong = file("wrong.yaml", BAN.replace("expect: [10:10", "expect: [10:11"));

    assertThat(run("test", wrong)).isEqualTo(ExitCode.NEGATIVE);
    assertThat(out.toString())
        .contains(wrong + ":1: no-transit has no test with 'expect: []'")
        .contains(wrong + ":7: a test of no-transit fails")
        .contains("  missing:    10:11 1TRK555\n  unexpected: 10:10 1TRK555\n")
        .endsWith("1 ban, 1 test: 1 fails\n");
  }

  @Test
  void scriptsGetOneObjectALine() throws IOException {
    String mine = file("mine.yaml", BAN);
    assertThat(run("test", mine, "--json")).isEqualTo(ExitCode.OK);
    List<JsonNode> lines = lines();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).get("passed").asBoolean()).isTrue();
    assertThat(lines.get(1).get("warning").asText()).startsWith("no-transit has no test");
    assertThat(lines.get(2).toString()).isEqualTo("{\"bans\":1,\"tests\":1,\"failed\":0}");

    out.getBuffer().setLength(0);
    assertThat(run("check", mine, "nowhere", "--json")).isEqualTo(ExitCode.NEGATIVE);
    assertThat(lines())
        .singleElement()
        .matches(line -> line.get("file").asText().equals("nowhere"));
  }

  @Test
  void whatIsNotShippedCannotBeShown() {
    assertThat(run("show", "estaimpui")).isEqualTo(ExitCode.NEGATIVE);
    assertThat(err.toString()).contains("did you mean 'estaimpuis'?");
    assertThat(run()).isEqualTo(ExitCode.USAGE);
  }

  private List<JsonNode> lines() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      lines.add(json.readTree(line));
    }
    return lines;
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private int run(String... args) {
    return new CommandLine(new BansCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
