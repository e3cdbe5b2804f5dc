package eu.passage.cep.language;

import java.util.ArrayList;
import java.util.List;

/**
 * A file cut into the texts of its rules. In YAML a line that starts with {@code ---} separates
 * documents wherever it stands, so that a fault in one rule does not hide those of the next.
 */
final class RuleFile {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String SEPARATOR = "---";

  private final List<String> lines;
  private final Report report;

  RuleFile(String file, String text) {
    String whole = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    boolean tooLong = whole.length() > RuleLimits.FILE;
    String kept = tooLong ? whole.substring(0, RuleLimits.FILE) : whole;
    lines = List.of(kept.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
    report = new Report(file, lines);
    if (tooLong) {
      report.add(
          1,
          1,
          "The file has %s characters; %s are the most."
              .formatted(Numbers.text(whole.length()), Numbers.text(RuleLimits.FILE)),
          "Split it into several files; a list of very many plates belongs on the watchlist.");
    }
  }

  Report report() {
    return report;
  }

  /** The texts that can be read as YAML; faults tell of the others. */
  List<RuleText> rules() {
    List<RuleText> rules = new ArrayList<>();
    if (report.size() > 0) {
      return rules;
    }
    int start = 0;
    boolean readable = true;
    for (int i = 0; i <= lines.size() && rules.size() <= RuleLimits.RULES; i++) {
      if (i == lines.size() || separates(lines.get(i))) {
        if (readable) {
          add(rules, start, i);
        }
        readable = i == lines.size() || nothingBehind(i);
        start = i + 1;
      }
    }
    if (rules.size() > RuleLimits.RULES) {
      RuleText first = rules.remove(RuleLimits.RULES);
      report.add(
          first.firstLine(),
          1,
          "The file has more than %s rules.".formatted(Numbers.text(RuleLimits.RULES)),
          "Split it into several files.");
    }
    return rules;
  }

  private static boolean separates(String line) {
    return line.startsWith(SEPARATOR)
        && (line.length() == SEPARATOR.length()
            || Character.isWhitespace(line.charAt(SEPARATOR.length())));
  }

  private boolean nothingBehind(int i) {
    String rest = lines.get(i).substring(SEPARATOR.length()).strip();
    if (rest.isEmpty() || rest.startsWith("#")) {
      return true;
    }
    report.add(
        i + 1, 1, "Behind --- nothing may follow on its line.", "Begin the rule on the next line.");
    return false;
  }

  private void add(List<RuleText> rules, int from, int to) {
    int first = from;
    int end = to;
    while (first < end && lines.get(first).isBlank()) {
      first++;
    }
    while (end > first && lines.get(end - 1).isBlank()) {
      end--;
    }
    if (first == end) {
      return;
    }
    String text = String.join("\n", lines.subList(first, end)) + "\n";
    if (text.length() > RuleLimits.TEXT) {
      report.add(
          first + 1,
          1,
          "The rule has %s characters; %s are the most, since rules travel whole."
              .formatted(Numbers.text(text.length()), Numbers.text(RuleLimits.TEXT)),
          "Split it; a list of very many plates belongs on the watchlist.");
    } else if (Characters.check(report, lines.subList(first, end), first + 1)) {
      rules.add(new RuleText(report, text, first + 1));
    }
  }
}
