package eu.passage.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.console.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PassageTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpGoesToStandardOutputAndNamesEveryCommandAndExitStatus() {
    assertThat(execute("--help")).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains(
            "recognize",
            "run",
            "rules",
            "bans",
            "watch",
            "alerts",
            "passages",
            "audit",
            "topics",
            "acls",
            "Exit status:",
            "2   the command line");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void versionIsThatOfTheBuild() {
    assertThat(execute("--version")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).matches("passage \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
  }

  @Test
  void noCommandIsAUsageError() {
    assertThat(execute()).isEqualTo(ExitCode.USAGE);
    assertThat(execute("run")).isEqualTo(ExitCode.USAGE);
    assertThat(execute("rules")).isEqualTo(ExitCode.USAGE);
    assertThat(execute("alerts")).isEqualTo(ExitCode.USAGE);
    assertThat(execute("bench")).isEqualTo(ExitCode.USAGE);
    assertThat(execute("bench", "recognition", "--frames", "nowhere")).isEqualTo(ExitCode.USAGE);
    assertThat(execute("recognize")).isEqualTo(ExitCode.USAGE);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aMistypedCommandIsAUsageErrorThatSuggestsTheRightOne() {
    assertThat(execute("recogniz", "a.jpg")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("recognize");
  }

  @Test
  void aWrongConfigurationIsAUsageErrorThatNamesFileAndKey(@TempDir Path directory)
      throws IOException {
    Path file = Files.writeString(directory.resolve("own.yaml"), "flnk: {parallelism: 2}");

    assertThat(execute("run", "detection", "--config", file.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .startsWith("passage run detection: " + file + ": flnk is no key (did you mean 'flink'?)");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void rulesAreCheckedAgainstTheConfigurationNamed(@TempDir Path directory) throws IOException {
    Path wrong = Files.writeString(directory.resolve("wrong.yaml"), "flnk: {parallelism: 2}");
    Path brief =
        Files.writeString(
            directory.resolve("short.yaml"),
            "detection: {fusion: {tooLateAfter: 2h}, history: {retention: 2h}, rules: []}");

    assertThat(execute("rules", "check", "truck-did-not-return", "--config", wrong.toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).startsWith("passage rules check: " + wrong);
    assertThat(execute("rules", "check", "truck-did-not-return", "--config", brief.toString()))
        .isEqualTo(ExitCode.NEGATIVE);
    assertThat(out.toString())
        .startsWith("shipped/truck-did-not-return.yaml:")
        .contains("within: 12h");
  }

  @Test
  void aFolderWithoutModelsIsAUsageErrorOfEveryCommandThatTakesOne(@TempDir Path directory) {
    String folder = directory.toString();
    assertThat(execute("recognize", "--models", folder, "a.jpg")).isEqualTo(ExitCode.USAGE);
    assertThat(execute("evaluate", "--models", folder, "--only", "passages"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(execute("bench", "recognition", "--models", folder)).isEqualTo(ExitCode.USAGE);
    assertThat(execute("bench", "soak", "--models", folder)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().split("has no model.json in any of", -1)).hasSize(5);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aModelThatIsBrokenIsAFailureThatNamesIt(@TempDir Path directory) throws IOException {
    Path detector = Files.createDirectory(directory.resolve("detector"));
    Files.writeString(detector.resolve("model.json"), "{}");

    assertThat(execute("recognize", "--models", directory.toString(), "a.jpg"))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(err.toString()).contains("passage recognize: key 'name' is missing", "More is in ");
    assertThat(out.toString()).isEmpty();
  }

  private int execute(String... args) {
    CommandLine passage = Passage.commandLine();
    passage.setOut(new PrintWriter(out, true));
    passage.setErr(new PrintWriter(err, true));
    return passage.execute(args);
  }
}
