package eu.passage.jobs.rules;

import eu.passage.cep.language.RuleLimits;
import eu.passage.cep.rules.ShippedRules;
import eu.passage.schemas.text.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a command is given as rules: a file, {@code -} for standard input, or a shipped rule. */
final class RuleTexts {

  private static final String STANDARD_INPUT = "-";

  /** A character has up to four bytes; more than a whole file of them is not even looked at. */
  private static final int MOST_BYTES = 4 * RuleLimits.FILE;

  private final InputStream standardInput;

  RuleTexts(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /** A text that cannot be read; the message says why. */
  static final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message);
    }
  }

  /** The text of a name. A file comes before a shipped rule of the same name. */
  NamedText read(String name) throws UnreadableException {
    try {
      if (name.equals(STANDARD_INPUT)) {
        return read("<stdin>", standardInput);
      } else if (ShippedRules.ALL.contains(name) && !Files.exists(Path.of(name))) {
        return new NamedText("shipped/" + name + ".yaml", ShippedRules.text(name));
      }
      try (InputStream file = Files.newInputStream(Path.of(name))) {
        return read(name, file);
      }
    } catch (NoSuchFileException e) {
      throw new UnreadableException(
          "%s: no such file, and no shipped rule%s"
              .formatted(name, Suggestion.of(name, ShippedRules.ALL)));
    } catch (AccessDeniedException e) {
      throw new UnreadableException(name + ": not allowed to read it");
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableException("%s: cannot be read: %s".formatted(name, e.getMessage()));
    }
  }

  private static NamedText read(String name, InputStream in)
      throws IOException, UnreadableException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new UnreadableException(
          "%s: larger than any file of rules may be (%,d characters)"
              .formatted(name, RuleLimits.FILE));
    }
    // What is no UTF-8 becomes U+FFFD, for which the language has a fault that names the place
    return new NamedText(name, new String(bytes, StandardCharsets.UTF_8));
  }
}
