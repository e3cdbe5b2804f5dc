package eu.passage.jobs.backtest;

import eu.passage.cep.language.RuleDocument;
import eu.passage.cep.language.RuleException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules out of files. */
final class RuleFiles {

  /** How a file's text becomes rules. */
  @FunctionalInterface
  interface Parser {
    List<RuleDocument> parse(String file, String text) throws RuleException;
  }

  /** Rules that cannot be tried; the message says everything that is wrong, file by file. */
  static final class FaultyRulesException extends Exception {

    private static final long serialVersionUID = 1L;

    FaultyRulesException(String message) {
      super(message);
    }
  }

  private RuleFiles() {}

  /**
   * The rules of all files.
   *
   * @throws FaultyRulesException when a file cannot be read, is faulty, or two rules have one name
   */
  static List<RuleDocument> read(List<Path> files, Parser parser) throws FaultyRulesException {
    List<RuleDocument> rules = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    Map<String, Path> fileOfRule = new HashMap<>();
    for (Path file : files) {
      try {
        for (RuleDocument rule : parser.parse(file.toString(), Files.readString(file))) {
          Path other = fileOfRule.put(rule.rule().id(), file);
          if (other != null) {
            faults.add(
                "%s:%d: rule %s is also in %s; rename one, or hold versions against each other with --against"
                    .formatted(file, rule.line(), rule.rule().id(), other));
          }
          rules.add(rule);
        }
      } catch (RuleException e) {
        faults.add(String.valueOf(e.getMessage()));
      } catch (NoSuchFileException e) {
        faults.add(file + ": no such file");
      } catch (MalformedInputException e) {
        faults.add(file + ": is no UTF-8 text");
      } catch (IOException e) {
        faults.add("%s: cannot be read (%s)".formatted(file, e.getMessage()));
      }
    }
    if (!faults.isEmpty()) {
      throw new FaultyRulesException(String.join(System.lineSeparator(), faults));
    }
    return rules;
  }
}
