package eu.passage.recognition.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderDatasetTest {

  @TempDir Path out;

  @Test
  void aLabelForEachPictureAndTheSameFilesForTheSameSeed() throws Exception {
    RenderDataset.main(args(out.resolve("a")));
    RenderDataset.main(args(out.resolve("b")));

    List<String> labels = Files.readAllLines(out.resolve("a/labels.jsonl"));
    assertThat(labels).hasSize(4).isEqualTo(Files.readAllLines(out.resolve("b/labels.jsonl")));
    ObjectMapper mapper = new ObjectMapper();
    for (String line : labels) {
      JsonNode label = mapper.readTree(line);
      String image = label.get("image").asText();
      assertThat(Files.readAllBytes(out.resolve("a").resolve(image)))
          .isEqualTo(Files.readAllBytes(out.resolve("b").resolve(image)));
      assertThat(label.get("night").isBoolean()).isTrue();
      for (JsonNode vehicle : label.get("vehicles")) {
        assertThat(vehicle.get("box")).hasSize(4);
        assertThat(vehicle.has("plate")).isTrue();
        if (!vehicle.get("plate").isNull()) {
          assertThat(vehicle.get("plate").get("corners")).hasSize(4);
        }
      }
    }
  }

  @Test
  void missingOptionsAreRefusedWithTheUsage() {
    assertThatThrownBy(() -> RenderDataset.main(new String[] {"--out", "x"}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--count");
  }

  /** A Java without fonts or fontconfig fails as soon as it looks for them, so it must not look. */
  @Test
  void noFontIsEverLookedFor() throws Exception {
    Path log = out.resolve("classes.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                RenderDataset.class.getName(),
                "--out",
                out.resolve("c").toString(),
                "--count",
                "2",
                "--seed",
                "1")
            .redirectErrorStream(true)
            .redirectOutput(out.resolve("output.txt").toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

    assertThat(process.exitValue())
        .describedAs(Files.readString(out.resolve("output.txt")))
        .isZero();
    List<String> loaded = Files.readAllLines(log);
    assertThat(loaded).anyMatch(line -> line.contains("FrameRenderer"));
    assertThat(loaded)
        .noneMatch(line -> line.contains("sun.font.FontManager"))
        .noneMatch(line -> line.contains("sun.awt.FontConfiguration"))
        .noneMatch(line -> line.contains("FontConfigManager"));
  }

  private static String[] args(Path out) {
    return new String[] {"--out", out.toString(), "--count", "4", "--seed", "11"};
  }
}
