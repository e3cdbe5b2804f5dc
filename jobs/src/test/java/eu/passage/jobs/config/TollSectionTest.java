package eu.passage.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.cep.toll.files.ShippedTariffs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TollSectionTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void tariffsAreFilesOfOnesOwnAndShippedOnes() throws IOException {
    String own =
        Files.writeString(folder.resolve("own.yaml"), ShippedTariffs.text("be-2019")).toString();

    assertThat(read("[" + own + ", fr-axles]").tolls().settings().tariffs().all())
        .extracting(tariff -> tariff.id())
        .containsExactly("be-km-wallonia", "be-km-flanders", "be-km-brussels", "fr-axles-example");
    assertThat(read("[]").tolls().settings().tariffs().all()).isEmpty();
  }

  @Test
  void aFileThatIsWrongIsRefusedWithTheKeyAndThePlace() throws IOException {
    String text =
        ShippedTariffs.text("commune-per-passage").replace("EST-1 owes 1.95", "EST-1 owes 2");
    String own = Files.writeString(folder.resolve("own.yaml"), text).toString();

    assertThatThrownBy(() -> read("[" + own + "]"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("tolls.tariffs")
        .hasMessageContaining(own + ":")
        .hasMessageContaining("The test fails: this passage owes 1.9500.");
    assertThatThrownBy(() -> read("[no-such]"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("There is no such file, and no shipped one.");
  }

  private PassageConfig read(String tariffs) throws IOException {
    return ConfigFile.read(
        Files.writeString(folder.resolve("passage.yaml"), "tolls: {tariffs: " + tariffs + "}\n"));
  }
}
