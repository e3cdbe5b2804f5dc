package eu.passage.cep.language;

import eu.passage.cep.model.Step.Link;
import eu.passage.schemas.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * One step:
 *
 * <pre>
 * - then back: crossing where to == 'BE'
 *   times: 2..4
 * </pre>
 */
final class StepReader {

  /** Keys beside the step's own. */
  static final List<String> OPTIONS = List.of("times", "optional");

  static final String EXAMPLE = "- then leave: crossing where to == 'FR'";

  private static final Map<String, Link> LINKS =
      Map.of("then", Link.THEN, "next", Link.NEXT, "not", Link.NOT);
  private static final Pattern KEY = Pattern.compile("(?:(\\S+)\\s+)?(\\S+)");
  private static final Pattern TIMES = Pattern.compile("(\\d+)(?:\\s*\\.\\.\\s*(\\d+))?");

  private final RuleText rule;

  StepReader(RuleText rule) {
    this.rule = rule;
  }

  /** Null where it is faulty. */
  @Nullable StepText read(Node node, boolean first) {
    if (!(node instanceof MappingNode mapping)) {
      rule.fault(node, "A step has a name, a colon and a predicate.", "For example " + EXAMPLE);
      return null;
    }
    Fields fields = Fields.any(rule, mapping);
    List<ScalarNode> keys = new ArrayList<>(fields.keys().values());
    keys.removeIf(key -> OPTIONS.contains(key.getValue()));
    if (keys.size() != 1) {
      rule.fault(
          keys.isEmpty() ? node : keys.get(1),
          keys.isEmpty()
              ? "The step has no name."
              : "'%s' cannot stand in the same step as '%s'%s."
                  .formatted(
                      Fields.shown(keys.get(1).getValue()),
                      Fields.shown(keys.get(0).getValue()),
                      Suggestion.of(keys.get(1).getValue(), OPTIONS)),
          keys.isEmpty() ? "For example " + EXAMPLE : "Begin every step with a hyphen: " + EXAMPLE);
      return null;
    }
    ScalarNode key = keys.get(0);
    Matcher words = KEY.matcher(key.getValue().strip());
    if (!words.matches()) {
      rule.fault(
          key,
          "'%s' is no beginning of a step.".formatted(Fields.shown(key.getValue())),
          "It is a link (then, next or not) and a name: " + EXAMPLE);
      return null;
    }
    Link link = link(key, words.group(1), first);
    boolean named = name(key, words.group(2));
    ScalarNode predicate = predicate(fields, key);
    int[] times = times(fields, link == Link.NOT);
    return link == null || !named || predicate == null
        ? null
        : new StepText(words.group(2), link, key, predicate, times[0], times[1]);
  }

  private @Nullable Link link(ScalarNode key, @Nullable String word, boolean first) {
    if (first && word == null) {
      return Link.FIRST;
    }
    if (first) {
      rule.fault(
          key,
          "The first step follows nothing, so it has no '%s'."
              .formatted(Fields.shown(word == null ? "" : word)),
          word != null && word.equals("not")
              ? "Begin with a passage that must be there; what must not come follows it."
              : "Write only its name: - enter: crossing where to == 'BE'");
      return null;
    }
    if (word == null) {
      rule.fault(
          key,
          "The step does not say how it follows the one before.",
          "Write then %s (some time later), next %s (the very next passage) or not %s (must not come)."
              .formatted(key.getValue(), key.getValue(), key.getValue()));
      return null;
    }
    Link link = LINKS.get(word);
    if (link == null) {
      rule.fault(
          key,
          "'%s' does not link steps%s."
              .formatted(Fields.shown(word), Suggestion.of(word, LINKS.keySet())),
          "Write then (some time later), next (the very next passage) or not (must not come).");
    }
    return link;
  }

  private boolean name(ScalarNode key, String name) {
    String wrong =
        LINKS.containsKey(name) && !key.getValue().strip().contains(" ")
            ? "The step has a link ('%s') but no name.".formatted(name)
            : StepNames.wrong(name);
    if (!wrong.isEmpty()) {
      rule.fault(key, wrong, "Give it another name: " + EXAMPLE);
    }
    return wrong.isEmpty();
  }

  private @Nullable ScalarNode predicate(Fields fields, ScalarNode key) {
    Node value = fields.get(key.getValue());
    if (value instanceof MappingNode) {
      rule.fault(
          value,
          "Behind the step's name comes its predicate as text.",
          "times and optional stand below it, in the same column as its name.");
      return null;
    }
    return fields.text(key.getValue(), EXAMPLE);
  }

  private int[] times(Fields fields, boolean not) {
    int[] once = {1, 1};
    ScalarNode times = fields.text("times", "times: 2..4");
    ScalarNode optional = fields.text("optional", "optional: true");
    if (not && (times != null || optional != null)) {
      rule.fault(
          fields.place(times != null ? "times" : "optional"),
          "A step that must not come has no number.",
          "Leave times and optional away here.");
      return once;
    }
    if (times != null && optional != null) {
      rule.fault(
          fields.place("optional"),
          "The step has times and optional.",
          "A step that may be left out and may repeat is written times: 0..3");
      return once;
    }
    if (optional != null) {
      boolean yes = optional.getValue().equals("true");
      if (!yes && !optional.getValue().equals("false")) {
        rule.fault(
            optional,
            "'%s' is neither true nor false.".formatted(Fields.shown(optional.getValue())),
            "Write optional: true, or leave it out.");
      }
      return yes ? new int[] {0, 1} : once;
    }
    return times == null ? once : repetitions(times);
  }

  private int[] repetitions(ScalarNode node) {
    Matcher matcher = TIMES.matcher(node.getValue().strip());
    if (!matcher.matches()) {
      rule.fault(
          node,
          "'%s' is no number of repetitions.".formatted(Fields.shown(node.getValue())),
          "Write times: 3 or times: 2..4");
      return new int[] {1, 1};
    }
    int least = Numbers.parse(matcher.group(1));
    int most = matcher.group(2) == null ? least : Numbers.parse(matcher.group(2));
    if (most < Math.max(1, least)) {
      rule.fault(
          node,
          "'%s' can never be: the second number is the higher one, and at least 1."
              .formatted(Fields.shown(node.getValue())),
          "Write times: 3 or times: 2..4");
    } else if (most > RuleLimits.TIMES) {
      rule.fault(
          node,
          "A step repeats %d times at most, since every repetition multiplies the ways to match."
              .formatted(RuleLimits.TIMES),
          "To find many passages write count: instead of sequence:.");
    } else {
      return new int[] {least, most};
    }
    return new int[] {1, 1};
  }
}
