package eu.passage.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.jobs.console.ExitCode;
import eu.passage.recognition.evaluate.Counts;
import eu.passage.recognition.evaluate.Report;
import eu.passage.recognition.evaluate.Result;
import eu.passage.recognition.evaluate.Row;
import eu.passage.recognition.evaluate.Target;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void photographsThatAreMissingAreNamedBeforeAnythingIsLoaded(@TempDir Path data) {
    assertThat(execute("--all", "--data", data.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains(
            data.resolve("plates-europe/texts.csv") + ", for plates-europe",
            data.resolve("vehicles-london/crops") + ", for vehicles-london",
            data.resolve("badges") + ", for badges");
  }

  @Test
  void onlyTheSetsAskedForNeedTheirPhotographs(@TempDir Path data) {
    assertThat(execute("--only", "night-ride", "--data", data.toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(", for night-ride").doesNotContain(", for plates-europe");
  }

  @Test
  void aSetThatIsUnknownIsAUsageErrorThatNamesAll() {
    assertThat(execute("--only", "nightride")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("'nightride'", "night-ride", "passages");
  }

  @Test
  void theJsonHasEveryLineAndNullForWhatWasNotMeasured() throws Exception {
    Target target = Target.atLeast(0.9, 0.95);
    Report report =
        new Report(
            "1/1/1",
            List.of(
                new Result(
                    List.of(
                        Row.of("set", "exact", new Counts(8, 10), target),
                        Row.notMeasured("other", "make", "no makes", target)),
                    List.of(),
                    List.of())));

    JsonNode json = new ObjectMapper().readTree(JsonReport.of(report));

    assertThat(json.get("holds").asBoolean()).isFalse();
    assertThat(json.get("rows").get(0).get("share").asDouble()).isEqualTo(0.8);
    assertThat(json.get("rows").get(0).get("mark").asText()).isEqualTo("FAIL");
    assertThat(json.get("rows").get(1).get("share").isNull()).isTrue();
  }

  private int execute(String... args) {
    return new CommandLine(new EvaluateCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
