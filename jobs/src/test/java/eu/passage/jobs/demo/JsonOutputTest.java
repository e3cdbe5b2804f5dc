package eu.passage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.scenario.ExpectedAlert;
import eu.passage.jobs.scenario.Oracle;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.ScenarioSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonOutputTest {

  private static final Summary SUMMARY =
      new Summary(
          400,
          390,
          101,
          Map.of("night-dash", 2),
          Map.of("SCHEDULE", 2),
          17,
          Map.of("TRUNCATED_IMAGE", 1, "UNKNOWN_CAMERA", 2),
          0,
          Optional.of(new Score(100, 98, 2, 0, 0, 17, 0, 0)),
          Optional.of(new Summary.Quantiles(610, 930)),
          Duration.ofMillis(91_500));

  private final Scenario scenario =
      Scenario.of(ScenarioSettings.shortDay(7), ConfigFile.defaults().catalogue());
  private final Records records = new Records(scenario);
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonOutput output =
      new JsonOutput(new PrintStream(bytes, true, StandardCharsets.UTF_8));

  @Test
  void everyLineIsOneObjectAndTheLastIsTheSummary() throws Exception {
    output.note("nothing of this");
    output.started(URI.create("http://localhost:1"), "localhost:2", URI.create("http://h:3"));
    output.alert(records.alert(new ExpectedAlert("night-dash", scenario.passages().subList(0, 2))));
    output.toll(records.toll(Oracle.tolls(scenario.passages()).get(0)));
    output.plates(List.of(new ReadPlate("1ABC234", "BE", 0.97f, 3)));
    output.summary(SUMMARY);
    assertThat(lines())
        .extracting(line -> line.path("event").asText())
        .containsExactly("started", "alert", "toll", "plate", "summary");
    assertThat(lines().get(1).path("passages")).hasSize(2);
  }

  @Test
  void theSummaryHasTheFiguresUnderTheNamesThatScriptsRelyOn() throws Exception {
    output.summary(SUMMARY);
    JsonNode summary = lines().get(0);
    assertThat(summary.path("frames").asInt()).isEqualTo(400);
    assertThat(summary.path("observations").asInt()).isEqualTo(390);
    assertThat(summary.path("passages").asInt()).isEqualTo(101);
    assertThat(summary.path("alerts").path("night-dash").asInt()).isEqualTo(2);
    assertThat(summary.path("tollEvents").asInt()).isEqualTo(17);
    assertThat(summary.path("deadLetters").asInt()).isEqualTo(3);
    assertThat(summary.path("duplicates").asInt(-1)).isZero();
    assertThat(summary.path("platesRight").asInt()).isEqualTo(98);
    assertThat(summary.path("latencyMs").path("p50").asLong()).isEqualTo(610);
    assertThat(summary.path("latencyMs").path("p99").asLong()).isEqualTo(930);
  }

  @Test
  void withoutAnAlertTheLatencyIsNull() throws Exception {
    output.summary(
        new Summary(
            1,
            0,
            0,
            Map.of(),
            Map.of(),
            0,
            Map.of(),
            0,
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(1)));
    assertThat(lines().get(0).path("latencyMs").path("p50").isNull()).isTrue();
    assertThat(lines().get(0).has("platesRight")).isFalse();
  }

  private List<JsonNode> lines() throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : bytes.toString(StandardCharsets.UTF_8).split("\n")) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }
}
