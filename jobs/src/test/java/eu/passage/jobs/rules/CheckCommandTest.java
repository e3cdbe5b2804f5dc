package eu.passage.jobs.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.jobs.console.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  private static final String ENTRY =
      """
      rule: entry
      title: A vehicle enters Belgium
      severity: low
      purpose: judicial
      notify: [police-be]
      when: crossing where to == 'BE'
      """;

  @TempDir private Path folder = Path.of("");
  private String right = "";
  private String wrong = "";

  @BeforeEach
  void twoFiles() throws IOException {
    right = Files.writeString(folder.resolve("right.yaml"), ENTRY).toString();
    wrong =
        Files.writeString(
                folder.resolve("wrong.yaml"), ENTRY.replace("to ==", "too ==").replace("low", "lo"))
            .toString();
  }

  @Test
  void rulesThatAreRightAreCounted() {
    assertThat(RulesRun.of("check", right))
        .isEqualTo(new RulesRun(ExitCode.OK, "1 rule is right\n", ""));
    assertThat(RulesRun.of("check", right, "night-dash", "recurring-crossings"))
        .isEqualTo(new RulesRun(ExitCode.OK, "3 rules are right\n", ""));
  }

  @Test
  void everyFaultIsShownWithItsPlaceALineACaretAndAdvice() {
    RulesRun run = RulesRun.of("check", right, wrong);

    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(run.out())
        .startsWith(wrong + ":3:11: ")
        .contains("\n  severity: lo\n            ^\n")
        .contains("\n\n" + wrong + ":6:22: ")
        .contains("\n  when: crossing where too == 'BE'\n                       ^\n")
        .contains("'to'")
        .endsWith("\n\n2 faults in 1 of 2 files\n")
        .doesNotContain("\u001b");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aFileThatIsMissingDoesNotHideTheFaultsOfTheOthers() {
    RulesRun run = RulesRun.of("check", "nigth-dash", wrong);

    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(run.out())
        .startsWith(
            "nigth-dash: no such file, and no shipped rule (did you mean 'night-dash'?)\n\n"
                + wrong)
        .endsWith("2 faults and 1 unreadable file in 2 of 2 files\n");
    assertThat(RulesRun.of("check", folder.toString()).out())
        .isEqualTo(folder + ": cannot be read: Is a directory\n\n1 file cannot be read\n");
  }

  @Test
  void oneRuleInTwoFilesIsAFaultOfTheSecond() throws IOException {
    String second = Files.writeString(folder.resolve("b.yaml"), "# mine\n" + ENTRY).toString();

    RulesRun run = RulesRun.of("check", right, second);

    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(run.out())
        .isEqualTo(
            """
            %s:2:1: A rule 'entry' stands already at %s:1.
              rule: entry
              ^
              Rules are told apart by their names: rename one.

            1 fault in 1 of 2 files
            """
                .formatted(second, right));
  }

  @Test
  void aDashIsStandardInput() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream("rule: x".getBytes(StandardCharsets.UTF_8)));
      assertThat(RulesRun.of("check", "-").out()).startsWith("<stdin>:1:");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void jsonIsOneObjectALineForEachFaultAndEachRule() throws IOException {
    RulesRun run = RulesRun.of("check", "--json", right, wrong, "nowhere.yaml");

    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
    ObjectMapper mapper = new ObjectMapper();
    String[] lines = run.out().split("\n", -1);
    assertThat(lines).hasSize(5).endsWith("");
    assertThat(mapper.readTree(lines[0]))
        .isEqualTo(
            mapper
                .createObjectNode()
                .put("rule", "entry")
                .put("file", right)
                .put("line", 1)
                .put("tests", 0));
    JsonNode fault = mapper.readTree(lines[2]);
    assertThat(fault.path("file").asText()).isEqualTo(wrong);
    assertThat(fault.path("line").asInt()).isEqualTo(6);
    assertThat(fault.path("column").asInt()).isEqualTo(22);
    assertThat(fault.path("source").asText()).isEqualTo("when: crossing where too == 'BE'");
    assertThat(fault.path("fault").asText()).contains("too");
    assertThat(mapper.readTree(lines[3]).path("fault").asText()).contains("no such file");
  }

  @Test
  void withoutAFileOrWithAWrongCommandItIsAUsageError() {
    assertThat(RulesRun.of("check").status()).isEqualTo(ExitCode.USAGE);
    assertThat(RulesRun.of().status()).isEqualTo(ExitCode.USAGE);
    assertThat(RulesRun.of("chek", right).status()).isEqualTo(ExitCode.USAGE);
  }
}
