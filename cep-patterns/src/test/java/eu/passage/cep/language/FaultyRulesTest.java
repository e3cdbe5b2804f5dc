package eu.passage.cep.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of {@code rules/faulty} is answered with exactly the text beside it. */
class FaultyRulesTest {

  private static final Path FOLDER = Path.of("src/test/resources/rules/faulty");
  private static final Duration NO_HANG = Duration.ofSeconds(5);
  private static final RuleLanguage LANGUAGE = Rules.language();

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void isAnsweredWithExactlyTheseFaults(String name) throws IOException {
    String text = Rules.read(FOLDER.resolve(name + ".yaml"));

    String answer = assertTimeoutPreemptively(NO_HANG, () -> answer(name + ".yaml", text));

    assertThat(answer).isEqualTo(Rules.read(FOLDER.resolve(name + ".txt")));
  }

  @Test
  void everyExpectedTextHasItsRule() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(
              files.map(file -> file.getFileName().toString().replaceAll("\\..*", "")).distinct())
          .containsExactlyInAnyOrderElementsOf(names())
          .hasSizeGreaterThan(40);
    }
  }

  private static String answer(String file, String text) {
    RuleException e = catchThrowableOfType(RuleException.class, () -> LANGUAGE.parse(file, text));
    assertThat(e).as("%s is refused", file).isNotNull();
    return e.faults().stream().map(Fault::render).collect(Collectors.joining("\n\n")) + "\n";
  }
}
