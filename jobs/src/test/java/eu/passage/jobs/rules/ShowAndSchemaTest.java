package eu.passage.jobs.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.cep.rules.ShippedRules;
import eu.passage.jobs.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowAndSchemaTest {

  @Test
  void aShippedRuleIsPrintedAsItIsWithoutARunningSystem() {
    assertThat(RulesRun.of("show", "night-dash"))
        .isEqualTo(new RulesRun(ExitCode.OK, ShippedRules.text("night-dash"), ""));
  }

  @Test
  void whatIsShownIsARuleThatPassesItsTests(@TempDir Path folder) throws IOException {
    Path mine =
        Files.writeString(folder.resolve("mine.yaml"), RulesRun.of("show", "night-dash").out());
    assertThat(RulesRun.of("test", mine.toString()).status()).isEqualTo(ExitCode.OK);
  }

  @Test
  void theSchemaIsJsonOnStandardOutput() throws IOException {
    RulesRun run = RulesRun.of("schema");
    assertThat(run.status()).isEqualTo(ExitCode.OK);
    assertThat(new ObjectMapper().readTree(run.out()).has("$schema")).isTrue();
  }

  @Test
  void theSchemaInAFileIsTheSameAndTheLineForEditorsIsShown(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("rule.schema.json");

    RulesRun run = RulesRun.of("schema", "--write", file.toString());

    assertThat(Files.readString(file)).isEqualTo(RulesRun.of("schema").out());
    assertThat(run.out()).endsWith("\n# yaml-language-server: $schema=" + file + "\n");
  }
}
