package eu.passage.cep.language;

import eu.passage.cep.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The language as the tests of this package speak it. */
final class Rules {

  private Rules() {}

  static RuleLanguage language() {
    return new RuleLanguage(Samples.CAMERAS, new RuleLimits(Duration.ofDays(30), 90));
  }

  /** As the command line reads files: what is no UTF-8 becomes U+FFFD. */
  static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
