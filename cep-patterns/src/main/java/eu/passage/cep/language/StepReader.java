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
      notOne(node, keys);
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
    if (words.group(1) == null && LINKS.containsKey(words.group(2))) {
      rule.fault(
          key,
          "The step has a link ('%s') but no name.".formatted(words.group(2)),
          "Give it a name that later steps can use: " + EXAMPLE);
      return null;
    }
    Link link = link(key, words.group(1), first);
    boolean named = name(key, words.group(2));
    ScalarNode predicate = predicate(fields, key);
    StepTimes times = new TimesReader(rule, fields).read(link == Link.NOT);
    return link == null || !named || predicate == null
        ? null
        : new StepText(words.group(2), link, key, predicate, times.least(), times.most());
  }

  private void notOne(Node step, List<ScalarNode> keys) {
    if (keys.isEmpty()) {
      rule.fault(step, "The step has no name.", "For example " + EXAMPLE);
      return;
    }
    String second = Fields.shown(keys.get(1).getValue());
    String meant = Suggestion.of(second, OPTIONS);
    rule.fault(
        keys.get(1),
        "'%s' cannot stand in the same step as '%s'%s."
            .formatted(second, Fields.shown(keys.get(0).getValue()), meant),
        meant.isEmpty()
            ? "Begin every step with a hyphen: " + EXAMPLE
            : "Beside its name a step may have times: 2..4 or optional: true");
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
              .formatted(
                  Fields.shown(key.getValue()),
                  Fields.shown(key.getValue()),
                  Fields.shown(key.getValue())));
      return null;
    }
    Link link = LINKS.get(word);
    if (link == null) {
      rule.fault(
          key,
          "'%s' does not link steps%s."
              .formatted(Fields.shown(word), Suggestion.of(Fields.shown(word), LINKS.keySet())),
          "Write then (some time later), next (the very next passage) or not (must not come).");
    }
    return link;
  }

  private boolean name(ScalarNode key, String name) {
    String wrong = StepNames.wrong(name);
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
}
