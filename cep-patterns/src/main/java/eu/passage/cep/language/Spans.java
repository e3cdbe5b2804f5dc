package eu.passage.cep.language;

import eu.passage.schemas.text.Durations;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Spans of time in a rule's text, and how they are written as short as can be. */
final class Spans {

  private static final Pattern ALMOST = Pattern.compile("(\\d{1,6})\\s*([a-z]*)");

  private Spans() {}

  /** The span under a key; null where it is missing, none, or zero, and then a fault says so. */
  static @Nullable Duration read(RuleText rule, Fields fields, String key) {
    ScalarNode node = fields.text(key, key + ": 90m");
    if (node == null) {
      return null;
    }
    Optional<Duration> span = Durations.parse(node.getValue());
    if (span.isEmpty()) {
      rule.fault(
          node,
          "'%s' is no span of time%s.".formatted(Fields.shown(node.getValue()), meant(node)),
          "Write a number and its unit, such as " + Durations.EXAMPLES + ".");
      return null;
    }
    if (span.get().isZero()) {
      rule.fault(
          node,
          "'%s' is zero, so it holds no time at all.".formatted(key),
          "Write a span above zero, such as 30s or 12h"
              + (key.equals("once") ? ", or leave it out." : "."));
      return null;
    }
    return span.get();
  }

  /** {@code 90m} for 90 minutes, {@code 2d} for 48 hours: as {@link Durations} reads it. */
  static String text(Duration span) {
    long millis = span.toMillis();
    return millis % 86_400_000 == 0
        ? millis / 86_400_000 + "d"
        : millis % 3_600_000 == 0
            ? millis / 3_600_000 + "h"
            : millis % 60_000 == 0
                ? millis / 60_000 + "m"
                : millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }

  private static String meant(ScalarNode node) {
    Matcher almost = ALMOST.matcher(node.getValue().strip().toLowerCase(java.util.Locale.ROOT));
    if (!almost.matches()) {
      return "";
    }
    String number = almost.group(1);
    return switch (almost.group(2)) {
      case "" -> ": its unit is missing";
      case "sec", "secs", "second", "seconds" -> meant(number + "s");
      case "min", "mins", "minute", "minutes" -> meant(number + "m");
      case "hr", "hrs", "hour", "hours" -> meant(number + "h");
      case "day", "days" -> meant(number + "d");
      case "w", "week", "weeks" -> meant(Long.parseLong(number) * 7 + "d");
      case "month", "months", "y", "year", "years" -> ": the longest unit is d, the day";
      default -> "";
    };
  }

  private static String meant(String span) {
    return " (did you mean '%s'?)".formatted(span);
  }
}
