package eu.passage.jobs.bench.tolls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.jobs.console.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

@Timeout(120)
class TollsBenchCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void eachPassageBecomesAnEventAndItsCostIsTold() throws IOException {
    int exit = execute("--trucks", "100", "--rounds", "1", "--rows", "1000", "--json");

    JsonNode found = new ObjectMapper().readTree(out.toString());
    double perSecond = found.get("eventsPerCpuSecond").asDouble();
    assertThat(perSecond).as("no more than memory can be copied").isBetween(1.0, 1e6);
    JsonNode database = found.get("database");
    assertThat(database.get("rowsPerSecond").asLong()).isPositive();
    assertThat(database.get("configured").asBoolean()).isFalse();
    assertThat(database.get("waitsForTheDisk").asBoolean()).isTrue();
    JsonNode target = found.get("targets").get(0);
    assertThat(target.get("met").asBoolean()).isEqualTo(exit == ExitCode.OK);
    assertThat(exit).isIn(ExitCode.OK, ExitCode.NEGATIVE);
  }

  @Test
  void thereIsNothingToMeasureWithoutATruck() {
    assertThat(execute("--trucks", "0")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("must be at least 1");
  }

  private int execute(String... arguments) {
    return new CommandLine(new TollsBenchCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
