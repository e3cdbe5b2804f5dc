package eu.passage.cep.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** {@code times} and {@code optional} of a step. */
final class TimesReader {

  private static final Pattern TIMES = Pattern.compile("(\\d+)(?:\\s*\\.\\.\\s*(\\d+))?");

  private final RuleText rule;
  private final Fields fields;

  TimesReader(RuleText rule, Fields fields) {
    this.rule = rule;
    this.fields = fields;
  }

  /**
   * @param not whether the step is one that must not come
   */
  StepTimes read(boolean not) {
    ScalarNode times = fields.text("times", "times: 2..4");
    ScalarNode optional = fields.text("optional", "optional: true");
    if (not && (times != null || optional != null)) {
      rule.fault(
          fields.place(times != null ? "times" : "optional"),
          "A step that must not come has no number.",
          "Leave times and optional away here.");
      return StepTimes.ONCE;
    }
    if (times != null && optional != null) {
      rule.fault(
          fields.place("optional"),
          "The step has times and optional.",
          "A step that may be left out and may repeat is written times: 0..3");
      return StepTimes.ONCE;
    }
    if (optional != null) {
      boolean yes = optional.getValue().equals("true");
      if (!yes && !optional.getValue().equals("false")) {
        rule.fault(
            optional,
            "'%s' is neither true nor false.".formatted(Fields.shown(optional.getValue())),
            "Write optional: true, or leave it out.");
      }
      return yes ? new StepTimes(0, 1) : StepTimes.ONCE;
    }
    return times == null ? StepTimes.ONCE : repetitions(times);
  }

  private StepTimes repetitions(ScalarNode node) {
    Matcher matcher = TIMES.matcher(node.getValue().strip());
    if (!matcher.matches()) {
      rule.fault(
          node,
          "'%s' is no number of repetitions.".formatted(Fields.shown(node.getValue())),
          "Write times: 3 or times: 2..4");
      return StepTimes.ONCE;
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
      return new StepTimes(least, most);
    }
    return StepTimes.ONCE;
  }
}
