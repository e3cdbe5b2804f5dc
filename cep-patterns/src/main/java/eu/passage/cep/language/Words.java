package eu.passage.cep.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The words of a scenario's line and where they stand, so that each can be shown when wrong. */
final class Words {

  private static final Pattern WORD = Pattern.compile("\\S+");

  private final RuleText rule;
  private final ScalarNode node;
  private final int start;
  private final List<Word> words = new ArrayList<>();
  private int next;

  /**
   * @param offset of the word in its scalar's value
   */
  record Word(String text, int offset) {}

  /**
   * @param start of the line in the scalar's value
   */
  Words(RuleText rule, ScalarNode node, int start, String line) {
    this.rule = rule;
    this.node = node;
    this.start = start;
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(new Word(matcher.group(), start + matcher.start()));
    }
  }

  /** Whether so many faults were found that further ones are only counted. */
  boolean full() {
    return rule.full();
  }

  boolean more() {
    return next < words.size();
  }

  /** The next word without taking it; empty text at the end. */
  Word peek() {
    return more() ? words.get(next) : new Word("", end());
  }

  Word take() {
    Word word = peek();
    next++;
    return word;
  }

  /** The line of the file where its scalar starts, from 1. */
  int line() {
    return rule.line(node);
  }

  void fault(Word word, String message, String advice) {
    rule.fault(node, word.offset(), message, advice);
  }

  /** At the line's first word. */
  void fault(String message, String advice) {
    rule.fault(node, words.isEmpty() ? start : words.get(0).offset(), message, advice);
  }

  private int end() {
    if (words.isEmpty()) {
      return start;
    }
    Word last = words.get(words.size() - 1);
    return last.offset() + last.text().length();
  }
}
