package eu.passage.jobs.rules;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.rules.ShippedRules;
import eu.passage.jobs.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

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

  @Test
  void whatTestsExpectAndGetIsCounted() throws IOException {
    String file =
        write(
            ENTRY
                + """
                tests:
                  - given: |
                      02:10 1ABC234 FR>BE @EST-1
                    expect: [02:10 1ABC234]
                  - given: 02:10 1ABC234 BE>FR @EST-1
                    expect: []
                """);

    assertThat(RulesRun.of("test", file))
        .isEqualTo(new RulesRun(ExitCode.OK, "1 rule, 2 tests: all pass\n", ""));
  }

  @Test
  void everyShippedRuleHasTestsAndPassesThem() {
    List<String> args = new ArrayList<>(List.of("test"));
    args.addAll(ShippedRules.ALL);

    RulesRun run = RulesRun.of(args.toArray(String[]::new));

    assertThat(run.status()).as(run.out()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .startsWith(ShippedRules.ALL.size() + " rules, ")
        .endsWith(" tests: all pass\n");
  }

  @Test
  void ofATestThatFailsItSaysWhereWhatIsMissingAndWhatCameInstead() throws IOException {
    String file =
        write(
            ENTRY
                + """
                tests:
                  - given: |
                      02:10 1ABC234 FR>BE @EST-1
                    expect: [02:10 1ABC234]
                  - given: |
                      02:10 1ABC234 FR>BE @EST-1

                      D+1 23:59:30 2XYZ999 FR>BE @EST-1
                      2026-12-24 08:00 2XYZ999 FR>BE @EST-1
                    expect:
                      - 02:11 1ABC234
                      - D-1 02:11 2XYZ999

                """);

    RulesRun run = RulesRun.of("test", file);

    assertThat(run)
        .isEqualTo(
            new RulesRun(
                ExitCode.NEGATIVE,
                """
                %s:1: entry has no test with 'expect: []'
                  Add one of what it must leave alone: whom may it not tell of?

                %s:11: a test of entry fails
                    - given: |
                        02:10 1ABC234 FR>BE @EST-1

                        D+1 23:59:30 2XYZ999 FR>BE @EST-1
                        2026-12-24 08:00 2XYZ999 FR>BE @EST-1
                      expect:
                        - 02:11 1ABC234
                        - D-1 02:11 2XYZ999
                  missing:    D-1 02:11 2XYZ999
                  missing:    02:11 1ABC234
                  unexpected: 02:10 1ABC234
                  unexpected: D+1 23:59:30 2XYZ999
                  unexpected: D+288 08:00 2XYZ999

                1 rule, 2 tests: 1 fails
                """
                    .formatted(file, file),
                ""));
  }

  @Test
  void forScriptsEachTestIsALineAndTheCountsAreTheLast() throws IOException {
    String file =
        write(
            ENTRY
                + """
                tests:
                  - given: |
                      02:10 1ABC234 FR>BE @EST-1
                    expect: [02:10 1ABC234]
                  - given: |
                      D+1 02:10 1ABC234 FR>BE @EST-1
                    expect: [02:11 1ABC234]
                """);

    RulesRun run = RulesRun.of("test", "--json", file);

    assertThat(run)
        .isEqualTo(
            new RulesRun(
                ExitCode.NEGATIVE,
                """
                {"rule":"entry","file":"F","line":8,"passed":true,"missing":[],"unexpected":[],"message":""}
                {"rule":"entry","file":"F","line":11,"passed":false,"missing":["02:11 1ABC234"],"unexpected":["D+1 02:10 1ABC234"],"message":""}
                {"warning":"entry has no test with 'expect: []'","rule":"entry","file":"F","line":1}
                {"rules":1,"tests":2,"failed":1,"untested":0,"unguarded":1}
                """
                    .replace("\"F\"", "\"" + file + "\""),
                ""));
  }

  @Test
  void forScriptsFaultsAreThoseOfCheck() throws IOException {
    String file = write(ENTRY.replace("crossing", "crosing"));

    RulesRun run = RulesRun.of("test", "--json", file);

    assertThat(run).isEqualTo(RulesRun.of("check", "--json", file));
    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(run.out()).startsWith("{\"fault\":\"").hasLineCount(1);
  }

  @Test
  void aRuleThatNeverSaysWhatToLeaveAloneIsWarnedAboutAndPasses() throws IOException {
    String file =
        write(
            ENTRY
                + """
                tests:
                  - given: 02:10 1ABC234 FR>BE @EST-1
                    expect: [02:10 1ABC234]
                """);

    assertThat(RulesRun.of("test", file))
        .isEqualTo(
            new RulesRun(
                ExitCode.OK,
                file
                    + """
                    :1: entry has no test with 'expect: []'
                      Add one of what it must leave alone: whom may it not tell of?

                    1 rule, 1 test: all pass
                    """,
                ""));
    assertThat(RulesRun.of("test", "--json", file).out())
        .endsWith("{\"rules\":1,\"tests\":1,\"failed\":0,\"untested\":0,\"unguarded\":1}\n");
  }

  @Test
  void anAlertOfVehiclesTogetherNamesThemAll() throws IOException {
    String file =
        write(
            """
            rule: convoy
            title: Two vehicles that pass two cameras together
            severity: low
            purpose: judicial
            notify: [police-be]
            pair: {at: camera, gap: 20s}
            count: {of: passage, distinct: camera.id, atLeast: 2, within: 2h}
            tests:
              - given: |
                  10:00:00 1ABC234 @EST-1
                  10:00:05 2XYZ999 @EST-1
                  10:30:00 1ABC234 @EST-2
                  10:30:05 2XYZ999 @EST-2
                expect: []
            """);

    RulesRun run = RulesRun.of("test", file);

    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(run.out()).contains("\n  unexpected: 10:30:05 1ABC234 + 2XYZ999\n");
  }

  @Test
  void aRuleWithoutTestsIsWarnedAbout() throws IOException {
    String file = write(ENTRY);

    RulesRun run = RulesRun.of("test", file);

    assertThat(run.status()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .startsWith(file + ":1: entry has no tests\n  Add what it must find")
        .endsWith("      expect: [02:10 1ABC234]\n\n1 rule, 0 tests\n");
  }

  @Test
  void aWrongRuleIsShownAndNothingIsTested() throws IOException {
    String file = write(ENTRY.replace("crossing", "crosing"));

    RulesRun run = RulesRun.of("test", file, "night-dash");

    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(run.out()).startsWith(file + ":6:15: ").endsWith("1 fault in 1 of 2 files\n");
  }

  private String write(String rule) throws IOException {
    return Files.writeString(folder.resolve("mine.yaml"), rule).toString();
  }
}
