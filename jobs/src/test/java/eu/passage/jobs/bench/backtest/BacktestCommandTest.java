package eu.passage.jobs.bench.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.jobs.console.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BacktestCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shippedRulesAreTriedByName() throws IOException {
    execute("--passages", "2000", "--rules", "night-dash,first-seen-at-night", "--json");

    JsonNode found = new ObjectMapper().readTree(out.toString());
    assertThat(found.get("rules").asInt()).isEqualTo(2);
    assertThat(found.get("passages").asLong()).isGreaterThan(1_500);
    assertThat(found.get("alerts").asLong()).isPositive();
  }

  @Test
  void aRuleThatIsNotShippedIsNamedWithThoseThatAre() {
    assertThat(execute("--rules", "night-dash,night-dsh")).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString())
        .contains("no rule 'night-dsh' is shipped")
        .contains("night-dash, recurring-crossings")
        .contains("ten")
        .contains("shipped");
    assertThat(out.toString()).isEmpty();
  }

  private int execute(String... arguments) {
    return new CommandLine(new BacktestCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
