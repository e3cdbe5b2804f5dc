package eu.passage.cep.language;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What YAML's parser complains of, in words for people who do not know YAML. */
final class YamlWords {

  private YamlWords() {}

  static void explain(RuleText rule, MarkedYAMLException e) {
    Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
    String problem = text(e.getProblem());
    String context = text(e.getContext());
    if (problem.contains("(TAB)")) {
      rule.fault(
          mark,
          "A tab stands here, and YAML indents with spaces only.",
          "Replace the tab by two spaces; most editors can be told to do so.");
    } else if (context.contains("quoted scalar")) {
      rule.fault(
          e.getContextMark(),
          "The quote that opens here is never closed, or what follows is no part of it.",
          "Close it with the same quote. Inside double quotes use single ones: \"to == 'BE'\"");
    } else if (problem.startsWith("mapping values are not allowed")) {
      rule.fault(
          mark,
          "This colon looks like the end of a key, but no key may stand here.",
          "If the colon belongs to a text, put the text in quotes: title: \"Scout: there and"
              + " back\". If it is a key, check how far its line is indented.");
    } else if (problem.startsWith("could not find expected ':'")) {
      rule.fault(
          e.getContextMark(),
          "This line is neither a key with a colon nor the rest of a text.",
          "Write key: value, with a space behind the colon.");
    } else if (problem.contains("that cannot start any token")) {
      rule.fault(
          mark,
          "A text may not start with '%s'.".formatted(character(rule, mark)),
          "Put the text in quotes.");
    } else if (context.contains("flow ") && e.getContextMark().getLine() < mark.getLine()) {
      rule.fault(
          e.getContextMark(),
          "The bracket that opens here is not closed.",
          "Close it with ] or }, and separate its entries by commas.");
    } else if (context.contains("flow ")) {
      rule.fault(
          mark,
          "What stands in [ ] or { } breaks off here.",
          "Separate entries by commas and close the bracket. A predicate in brackets needs double"
              + " quotes: {of: crossing, where: \"during('00:00', '05:00')\"}");
    } else if (problem.startsWith("expected <block end>")) {
      explainBlock(rule, mark, problem);
    } else {
      rule.fault(
          mark,
          "This is no YAML: %s.".formatted(problem),
          "Compare with an example of the README, above all quotes and indentation.");
    }
  }

  private static void explainBlock(RuleText rule, Mark mark, String problem) {
    Mark quote = YamlReader.lastQuote(rule).orElse(mark);
    if (problem.contains("'<scalar>'") && quote.getLine() < mark.getLine()) {
      rule.fault(
          quote,
          "The quote that opens here is closed only on line %d, by one that opens there."
              .formatted(rule.line(mark)),
          "Close it on its own line. A text that begins with an apostrophe needs double quotes:"
              + " \"'s Nachts\"");
    } else if (problem.contains("'<scalar>'")) {
      rule.fault(
          mark,
          "The value before this ended with its quote, and more follows.",
          "Put the whole value in double quotes and use single ones inside: \"'BE' == to\"");
    } else {
      rule.fault(
          mark,
          "This line is indented unlike its neighbours.",
          "Keys that belong together begin in the same column; what belongs to a key is indented"
              + " by two spaces.");
    }
  }

  private static String character(RuleText rule, Mark mark) {
    int index = rule.text().offsetByCodePoints(0, mark.getIndex());
    return index < rule.text().length() ? Character.toString(rule.text().codePointAt(index)) : "";
  }

  private static String text(@Nullable String words) {
    return words == null ? "" : words;
  }
}
