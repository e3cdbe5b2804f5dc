package eu.passage.jobs.police;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.local.LocalPlatform;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The consumers that README.md shows are those that work. */
@Timeout(120)
class ReadmeConsumersTest {

  private static final Path README = Path.of("README.md");
  private static final Path JAVA = Path.of("src/test/java/eu/passage/jobs/police/TenLines.java");

  @TempDir private Path folder = Path.of("");

  @Test
  void theJavaOfTheReadmeIsThatOfTheTest() throws IOException {
    String region =
        Files.readString(JAVA)
            .lines()
            .dropWhile(line -> !line.strip().equals("// README from here"))
            .skip(1)
            .takeWhile(line -> !line.strip().equals("// README to here"))
            .collect(joining("\n"));

    assertThat(block("java")).isEqualTo(region.stripIndent());
  }

  @Test
  void theJavaOfTheReadmeReadsWhatARecipientIsTold() throws Exception {
    try (LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1)) {
      PassageConfig config = platform.config();
      SampleNotices.write(config, SampleNotices.notice(1), SampleNotices.notice(2));
      List<String> read = new ArrayList<>();

      TenLines.read(
          config.kafka().bootstrapServers(),
          config.registry().url(),
          "police-be",
          notice -> {
            read.add(notice.getTexts().get("fr"));
            return read.size() < 2;
          });

      assertThat(read).containsExactly("Voiture volée numéro 1", "Voiture volée numéro 2");
    }
  }

  @Test
  void thePythonOfTheReadmeReadsWhatARecipientIsTold() throws Exception {
    Optional<String> python = python();
    assumeTrue(
        python.isPresent(),
        "no python3 with confluent_kafka and avro (Debian: python3-confluent-kafka python3-avro)");
    Path script = Files.writeString(folder.resolve("notices.py"), block("python"));
    try (LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1)) {
      PassageConfig config = platform.config();
      SampleNotices.write(config, SampleNotices.notice(1), SampleNotices.notice(2));

      Process process =
          new ProcessBuilder(
                  python.get(),
                  "-u",
                  script.toString(),
                  config.kafka().bootstrapServers(),
                  config.registry().url().toString(),
                  "police-be")
              .redirectErrorStream(true)
              .start();
      try (BufferedReader out = process.inputReader()) {
        assertThat(List.of(String.valueOf(out.readLine()), String.valueOf(out.readLine())))
            .containsExactly(
                "ALERT alert-1 Voiture volée numéro 1", "ALERT alert-2 Voiture volée numéro 2");
      } finally {
        process.destroy();
      }
    }
  }

  /** The one block of a language that the README holds. */
  private static String block(String language) throws IOException {
    Matcher matcher =
        Pattern.compile("(?s)```" + language + "\n(.*?)\n```").matcher(Files.readString(README));
    assertThat(matcher.find()).as("a block of %s in %s", language, README).isTrue();
    return matcher.group(1);
  }

  private static Optional<String> python() throws IOException, InterruptedException {
    for (String candidate : List.of("python3", "/usr/bin/python3")) {
      if (imports(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static boolean imports(String python) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(python, "-c", "import avro.schema, confluent_kafka")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // it is not there
    }
  }
}
