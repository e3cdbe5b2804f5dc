package eu.passage.cep.language;

import eu.passage.schemas.text.Suggestion;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The keys and values of one part of a rule; what is written twice or unknown is a fault. */
final class Fields {

  private final RuleText rule;
  private final MappingNode node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, ScalarNode> keys = new LinkedHashMap<>();
  private final Set<String> misspelt = new HashSet<>();

  private Fields(RuleText rule, MappingNode node) {
    this.rule = rule;
    this.node = node;
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        rule.fault(tuple.getKeyNode(), "A key is one word.", "Write key: value");
      } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        rule.fault(
            key,
            "The key '%s' stands here for the second time.".formatted(shown(key.getValue())),
            "Keep one of the two.");
      } else {
        keys.put(key.getValue(), key);
      }
    }
  }

  /** All keys there are, whatever they are called. */
  static Fields any(RuleText rule, MappingNode node) {
    return new Fields(rule, node);
  }

  /** Those keys; any other is a fault. */
  static Fields of(RuleText rule, MappingNode node, Keys known) {
    Fields fields = new Fields(rule, node);
    fields.keys.forEach(
        (name, key) -> {
          if (!known.names().contains(name)) {
            String meant = rule.full() ? "" : Suggestion.of(shown(name), known.names());
            known.names().stream()
                .filter(candidate -> meant.contains("'" + candidate + "'"))
                .forEach(fields.misspelt::add);
            rule.fault(
                key,
                "'%s' is no key of %s%s.".formatted(shown(name), known.owner(), meant),
                "Its keys are " + String.join(", ", known.names()) + ".");
          }
        });
    return fields;
  }

  /** The same where the value is no mapping: then a fault shows how it is written. */
  static Optional<Fields> of(RuleText rule, Node value, Keys known, String example) {
    if (value instanceof MappingNode mapping) {
      return Optional.of(of(rule, mapping, known));
    }
    rule.fault(
        value,
        "%s is written with keys of its own.".formatted(capital(known.owner())),
        "For example " + example);
    return Optional.empty();
  }

  MappingNode node() {
    return node;
  }

  Map<String, ScalarNode> keys() {
    return keys;
  }

  @Nullable Node get(String key) {
    return values.get(key);
  }

  /** Whether a key is missing, and not merely misspelt: that is a fault already. */
  boolean lacks(String key) {
    return get(key) == null && !misspelt.contains(key);
  }

  /** Where to show a fault about a key: the key itself, or the start of the part without it. */
  Node place(String key) {
    ScalarNode there = keys.get(key);
    return there == null ? node : there;
  }

  /** The text under a key; null where the key is missing, or where a fault was found. */
  @Nullable ScalarNode text(String key, String example) {
    Node value = values.get(key);
    return value == null ? null : text(rule, value, key, example);
  }

  /** A value that must be text; null where a fault was found. */
  static @Nullable ScalarNode text(RuleText rule, Node value, String key, String example) {
    if (!(value instanceof ScalarNode scalar)) {
      rule.fault(
          value, "'%s' is followed by a text.".formatted(shown(key)), "For example " + example);
      return null;
    }
    boolean nothing =
        scalar.getValue().isBlank()
            || (scalar.getScalarStyle() == ScalarStyle.PLAIN && scalar.getValue().equals("~"));
    if (nothing) {
      rule.fault(scalar, "'%s' is empty.".formatted(shown(key)), "For example " + example);
      return null;
    }
    return scalar;
  }

  /** The entries of a list; empty where the value is none, and then a fault says so. */
  static List<Node> list(RuleText rule, Node value, String key, String example) {
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    rule.fault(
        value, "'%s' is followed by a list.".formatted(shown(key)), "For example " + example);
    return List.of();
  }

  /** A word of the author's in a message: not longer than a line. */
  static String shown(String word) {
    String line = word.strip().replaceAll("\\s+", " ");
    return line.length() <= 40 ? line : line.substring(0, 39) + "…";
  }

  static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
