package eu.passage.cep.language;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The text of one rule and where it stands in its file, so that a fault names the right place. */
final class RuleText {

  private final Report report;
  private final String text;
  private final int firstLine;
  private final int before;
  private final int lines;

  /**
   * @param text lines end with a line feed
   * @param firstLine of the file, from 1
   */
  RuleText(Report report, String text, int firstLine) {
    this.report = report;
    this.text = text;
    this.firstLine = firstLine;
    this.before = report.size();
    this.lines = linesBefore(text.length());
  }

  String text() {
    return text;
  }

  int firstLine() {
    return firstLine;
  }

  /** Whether no fault was found in it yet. */
  boolean clean() {
    return report.size() == before;
  }

  /** How many faults its file has so far. */
  int size() {
    return report.size();
  }

  /** The line of the file where something starts, from 1. */
  int line(Node node) {
    return firstLine + node.getStartMark().getLine();
  }

  /** The line of the file that a mark is on, from 1. */
  int line(Mark mark) {
    return firstLine + mark.getLine();
  }

  /** Whether so many faults were found that further ones are only counted. */
  boolean full() {
    return report.full();
  }

  void fault(Node node, String message, String advice) {
    fault(node.getStartMark(), message, advice);
  }

  /** What is missing at the end is shown behind the last line. */
  void fault(Mark mark, String message, String advice) {
    if (mark.getLine() < lines) {
      report.add(firstLine + mark.getLine(), mark.getColumn() + 1, message, advice);
    } else {
      fault(text.length() - 1, message, advice);
    }
  }

  /** At a character of a scalar's value. */
  void fault(ScalarNode node, int offset, String message, String advice) {
    if (full()) {
      report.another();
    } else {
      fault(ScalarPlaces.index(text, node, offset), message, advice);
    }
  }

  private void fault(int index, String message, String advice) {
    int start = text.lastIndexOf('\n', index - 1) + 1;
    int column = text.codePointCount(start, index) + 1;
    report.add(firstLine + linesBefore(index), column, message, advice);
  }

  private int linesBefore(int index) {
    return (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
  }
}
