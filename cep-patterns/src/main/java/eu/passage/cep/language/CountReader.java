package eu.passage.cep.language;

import eu.passage.cep.model.Body;
import eu.passage.cep.model.Distinct;
import eu.passage.cep.model.Predicate;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.text.Suggestion;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** {@code count: {of: crossing, where: P, distinct: camera.id, atLeast: 3}}. */
final class CountReader {

  static final String EXAMPLE = "count: {of: crossing, atLeast: 6, within: 24h}";

  private static final List<String> OF = List.of("passage", "crossing");
  private static final List<String> DISTINCT =
      Arrays.stream(Distinct.values()).map(Distinct::word).toList();
  private static final Pattern OF_AGAIN =
      Pattern.compile("\\s*(crossing|passage)\\b.*", Pattern.DOTALL);

  private final RuleText rule;
  private final Setting setting;
  private final Predicates predicates;
  private final Fields fields;

  CountReader(RuleText rule, Setting setting, Predicates predicates, Fields fields) {
    this.rule = rule;
    this.setting = setting;
    this.predicates = predicates;
    this.fields = fields;
  }

  /**
   * @param within null where it is missing or faulty
   */
  Body.@Nullable Count read(@Nullable Duration within) {
    Predicate of = predicate();
    Distinct distinct = distinct();
    if (fields.get("atLeast") == null) {
      if (fields.lacks("atLeast")) {
        rule.fault(
            fields.node(), "The count does not say how many it takes.", "For example " + EXAMPLE);
      }
      return null;
    }
    int atLeast =
        Numbers.read(rule, fields, "atLeast", 2, RuleLimits.COUNT, CountReader::outOfBounds);
    if (distinct != null) {
      possible(distinct, atLeast, within);
    }
    return of == null ? null : new Body.Count(of, distinct, atLeast);
  }

  private static String outOfBounds(int number) {
    return number < 2
        ? "For a single passage write when: instead of count:."
        : "So many passages of a vehicle are not kept; %d are.".formatted(RuleLimits.COUNT);
  }

  private @Nullable Predicate predicate() {
    ScalarNode of = fields.text("of", EXAMPLE);
    String what = of == null ? "passage" : Fields.shown(of.getValue());
    if (of != null && !OF.contains(what)) {
      boolean where = OF_AGAIN.matcher(what).matches();
      rule.fault(
          of,
          "Passages or crossings can be counted, not '%s'%s."
              .formatted(Fields.shown(what), where ? "" : Suggestion.of(what, OF)),
          where
              ? "What belongs behind 'where' has its own key: {of: crossing, where: \"to == 'BE'\", atLeast: 6}"
              : "Write of: crossing or of: passage");
      return null;
    }
    ScalarNode where = fields.text("where", "where: \"to == 'BE'\"");
    if (where == null) {
      return of == null ? predicates.everyPassage() : predicates.compile(of);
    }
    if (OF_AGAIN.matcher(where.getValue()).matches()) {
      rule.fault(
          where,
          "What is counted already stands under of:, so where: starts with the condition itself.",
          "For example {of: crossing, where: \"to == 'BE'\", atLeast: 6}");
      return null;
    }
    return predicates.compile(where, what + " where ", List.of(), Set.of(), Map.of());
  }

  private @Nullable Distinct distinct() {
    ScalarNode node = fields.text("distinct", "distinct: camera.id");
    if (node == null) {
      return null;
    }
    for (Distinct distinct : Distinct.values()) {
      if (distinct.word().equals(node.getValue())) {
        return distinct;
      }
    }
    String word = Fields.shown(node.getValue());
    rule.fault(
        node,
        "Different values of '%s' cannot be counted%s."
            .formatted(word, Suggestion.of(word, DISTINCT)),
        "These can: " + String.join(", ", DISTINCT) + ".");
    return null;
  }

  /** There are only so many cameras, roads, types, … */
  private void possible(Distinct distinct, int atLeast, @Nullable Duration within) {
    long most =
        switch (distinct) {
          case CAMERA -> cameras(Camera::id);
          case ROAD -> cameras(Camera::road);
          case ZONE -> cameras(Camera::zone);
          case COUNTRY -> cameras(Camera::country);
          case TYPE -> eu.passage.avro.VehicleType.values().length - 1L;
          case COLOUR -> eu.passage.avro.Colour.values().length - 1L;
          case DAY -> within == null ? atLeast : days(within);
        };
    if (atLeast > most) {
      rule.fault(
          fields.place("atLeast"),
          "%d different values of %s cannot come together: there are only %d%s."
              .formatted(
                  atLeast,
                  distinct.word(),
                  most,
                  distinct == Distinct.DAY ? " days that the time bound can touch" : ""),
          "Write atLeast: %d or less.".formatted(most));
    }
  }

  private long cameras(Function<Camera, String> value) {
    return setting.cameras().all().stream().map(value).distinct().count();
  }

  /** A span strictly within n days touches at most n + 1 of them. */
  private static long days(Duration within) {
    long whole = within.toDays();
    return whole + (within.equals(Duration.ofDays(whole)) ? 1 : 2);
  }
}
