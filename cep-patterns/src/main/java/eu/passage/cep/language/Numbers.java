package eu.passage.cep.language;

import java.util.Locale;
import java.util.function.IntFunction;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Whole numbers in a rule's text. */
final class Numbers {

  private static final int DIGITS = 6;

  private Numbers() {}

  /** The number under a key; {@code least} where it is none or out of bounds, with a fault. */
  static int read(
      RuleText rule, Fields fields, String key, int least, int most, IntFunction<String> advice) {
    ScalarNode node = fields.text(key, key + ": " + least);
    if (node == null) {
      return least;
    }
    int number = parse(node.getValue());
    if (number < 0) {
      rule.fault(
          node,
          "'%s' is no whole number.".formatted(Fields.shown(node.getValue())),
          "Write it in digits, such as %s: %d".formatted(key, least));
      return least;
    }
    if (number < least || number > most) {
      rule.fault(
          node,
          "'%s' must be from %d to %d, and is %s."
              .formatted(key, least, most, Fields.shown(node.getValue())),
          advice.apply(number));
      return least;
    }
    return number;
  }

  /** {@code 10,000}, wherever the machine stands. */
  static String text(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** -1 where the text is no whole number of zero or more; very long ones count as very high. */
  static int parse(String text) {
    String digits = text.strip();
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    return digits.length() > DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }
}
