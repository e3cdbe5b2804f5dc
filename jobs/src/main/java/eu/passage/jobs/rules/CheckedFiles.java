package eu.passage.jobs.rules;

import eu.passage.cep.language.Fault;
import eu.passage.cep.language.RuleDocument;
import eu.passage.cep.language.RuleException;
import eu.passage.cep.language.RuleLanguage;
import eu.passage.jobs.rules.RuleTexts.UnreadableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that was given as rules, with everything that is wrong in any of it. */
record CheckedFiles(List<CheckedFile> files) {

  private static final String NAME_KEY = "rule:";

  CheckedFiles {
    files = List.copyOf(files);
  }

  /**
   * Reads and checks all, whatever is wrong with one of them.
   *
   * @param names files, {@code -} or shipped rules
   */
  static CheckedFiles of(List<String> names, RuleTexts texts, RuleLanguage language) {
    List<CheckedFile> files = new ArrayList<>();
    Map<String, String> places = new HashMap<>();
    for (String name : names) {
      try {
        files.add(check(texts.read(name), language, places));
      } catch (UnreadableException e) {
        files.add(
            new CheckedFile(
                name, List.of(), List.of(), Optional.of(String.valueOf(e.getMessage()))));
      }
    }
    return new CheckedFiles(files);
  }

  boolean isRight() {
    return files.stream().allMatch(CheckedFile::isRight);
  }

  /** All rules that are right. */
  List<RuleDocument> rules() {
    return files.stream().flatMap(file -> file.rules().stream()).toList();
  }

  private static CheckedFile check(
      NamedText text, RuleLanguage language, Map<String, String> places) {
    List<RuleDocument> rules = List.of();
    List<Fault> faults = new ArrayList<>();
    try {
      rules = language.parse(text.name(), text.text());
    } catch (RuleException e) {
      faults.addAll(e.faults());
    }
    for (RuleDocument rule : rules) {
      List<String> lines = rule.source().lines().toList();
      int named = 0;
      while (named < lines.size() - 1 && !lines.get(named).startsWith(NAME_KEY)) {
        named++;
      }
      int line = rule.line() + named;
      String other = places.putIfAbsent(rule.rule().id(), text.name() + ":" + line);
      if (other != null) {
        faults.add(
            new Fault(
                text.name(),
                line,
                1,
                "A rule '%s' stands already at %s.".formatted(rule.rule().id(), other),
                "Rules are told apart by their names: rename one.",
                lines.get(named)));
      }
    }
    return new CheckedFile(
        text.name(), faults.isEmpty() ? rules : List.of(), faults, Optional.empty());
  }
}
