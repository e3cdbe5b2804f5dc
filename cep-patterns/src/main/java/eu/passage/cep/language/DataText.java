package eu.passage.cep.language;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A text of a {@link DataFile} that knows where it stands. */
public final class DataText {

  private final RuleText document;
  private final ScalarNode node;

  DataText(RuleText document, ScalarNode node) {
    this.document = document;
    this.node = node;
  }

  public String value() {
    return node.getValue();
  }

  /** Whether it stands in quotes, so that no reader takes it for a number. */
  public boolean isQuoted() {
    return node.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
        || node.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
  }

  /** The text in a message: not longer than a line. */
  public String shown() {
    return Fields.shown(value());
  }

  /** At its beginning. */
  public void fault(String message, String advice) {
    document.fault(node, message, advice);
  }

  /** All of it as one line of words. */
  public DataLine line() {
    return new DataLine(new Words(document, node, 0, value()));
  }

  /** Its lines; empty ones and comments are left out. */
  public List<DataLine> lines() {
    List<DataLine> lines = new ArrayList<>();
    if (node.getScalarStyle() == ScalarStyle.FOLDED) {
      fault("With > YAML makes one line of all lines.", "Write | instead of >");
      return lines;
    }
    int offset = 0;
    for (String line : value().split("\n", -1)) {
      if (!line.isBlank() && !line.strip().startsWith("#")) {
        lines.add(new DataLine(new Words(document, node, offset, line)));
      }
      offset += line.length() + 1;
    }
    return lines;
  }
}
