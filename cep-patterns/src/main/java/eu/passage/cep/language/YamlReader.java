package eu.passage.cep.language;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * YAML as far as rules need it: keys, lists and text. Anchors, aliases and tags are refused before
 * anything is built, so nothing can multiply and no class is ever named by a file.
 */
final class YamlReader {

  /** A rule needs six levels. */
  private static final int DEPTH = 12;

  private YamlReader() {}

  /** The keys of a rule; empty where the text holds nothing, or where a fault was found. */
  static Optional<MappingNode> read(RuleText rule) {
    return read(rule, "A rule", "rule: night-dash");
  }

  /**
   * The same of other data.
   *
   * @param what it is, for messages
   * @param example of its first line
   */
  static Optional<MappingNode> read(RuleText rule, String what, String example) {
    try {
      if (!plain(rule)) {
        return Optional.empty();
      }
      Node root = yaml().compose(new StringReader(rule.text()));
      if (root instanceof MappingNode mapping) {
        return Optional.of(mapping);
      }
      if (root != null) {
        rule.fault(
            root,
            "%s is written as keys and values, and this is none.".formatted(what),
            "Begin with a line such as " + example);
      }
      return Optional.empty();
    } catch (MarkedYAMLException e) {
      YamlWords.explain(rule, e);
      return Optional.empty();
    }
  }

  /** Whether it holds nothing but keys, lists and text, not too deep; else a fault says so. */
  private static boolean plain(RuleText rule) {
    int depth = 0;
    for (Event event : yaml().parse(new StringReader(rule.text()))) {
      Mark mark = event.getStartMark();
      if (event instanceof CollectionStartEvent && ++depth > DEPTH) {
        rule.fault(
            mark,
            "Lists and keys stand inside each other more than %d deep.".formatted(DEPTH),
            "A rule needs six levels at most; see the examples in the README.");
        return false;
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (event instanceof NodeEvent node && !plain(rule, node, mark)) {
        return false;
      }
    }
    return true;
  }

  /** Where the last value in quotes begins that can be read before the text stops making sense. */
  static Optional<Mark> lastQuote(RuleText rule) {
    Optional<Mark> quote = Optional.empty();
    try {
      for (Event event : yaml().parse(new StringReader(rule.text()))) {
        if (event instanceof ScalarEvent scalar && !scalar.isPlain()) {
          quote = Optional.of(scalar.getStartMark());
        }
      }
    } catch (MarkedYAMLException e) {
      return quote; // the one that is being explained
    }
    return quote;
  }

  private static boolean plain(RuleText rule, NodeEvent node, Mark mark) {
    if (node instanceof AliasEvent || node.getAnchor() != null) {
      rule.fault(
          mark,
          "YAML's anchors (&) and aliases (*) are not part of the rule language.",
          "Write the text out; put it in double quotes if it starts with & or *.");
      return false;
    }
    if (tag(node) != null) {
      rule.fault(
          mark,
          "A value that starts with ! is a YAML tag, which rules do not have.",
          "For 'not' in a predicate, put the whole predicate in double quotes: \"!late\"");
      return false;
    }
    return true;
  }

  private static @Nullable String tag(NodeEvent node) {
    return node instanceof ScalarEvent scalar
        ? scalar.getTag()
        : node instanceof CollectionStartEvent collection ? collection.getTag() : null;
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEPTH);
    options.setCodePointLimit(RuleLimits.TEXT + 1);
    return new Yaml(options);
  }
}
