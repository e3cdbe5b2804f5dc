package eu.passage.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedModelFilesTest {

  private static final long MOST_BYTES = 15_000_000;

  @Test
  void allModelFilesTogetherStayUnderFifteenMegabytes() throws Exception {
    List<Path> files = modelFiles();
    assertThat(files).hasSizeGreaterThanOrEqualTo(3);
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThan(MOST_BYTES);
  }

  @Test
  void everyModelHasATwinInBfloat16() throws Exception {
    List<String> names = modelFiles().stream().map(file -> file.getFileName().toString()).toList();
    List<String> originals =
        names.stream()
            .filter(name -> !name.endsWith(".bf16.pt") && !name.endsWith(".int8.pt"))
            .toList();
    assertThat(names)
        .containsAll(originals.stream().map(name -> name.replace(".pt", ".bf16.pt")).toList());
  }

  private static List<Path> modelFiles() throws IOException, URISyntaxException {
    Path folder =
        Path.of(Objects.requireNonNull(ShippedModelFilesTest.class.getResource("models")).toURI());
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".pt")).toList();
    }
  }
}
