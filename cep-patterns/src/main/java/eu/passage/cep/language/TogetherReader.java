package eu.passage.cep.language;

import eu.passage.cep.model.Together;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** {@code pair} and {@code convoy}: rules about several vehicles that pass together. */
final class TogetherReader {

  private static final String PAIR = "pair: {at: camera, gap: 20s}";
  private static final String CONVOY = "convoy: {at: camera, gap: 30s, vehicles: 3}";
  private static final int LEAST_CONVOY = 3;

  private final RuleText rule;
  private final Fields fields;

  TogetherReader(RuleText rule, Fields fields) {
    this.rule = rule;
    this.fields = fields;
  }

  /** Whether the rule is about several vehicles, be it written well or not. */
  boolean any() {
    return fields.get("pair") != null || fields.get("convoy") != null;
  }

  /** Null for one vehicle, or where it is faulty. */
  @Nullable Together read() {
    Node pair = fields.get("pair");
    Node convoy = fields.get("convoy");
    if (pair != null && convoy != null) {
      rule.fault(
          fields.place("convoy"),
          "The rule is about a pair and about a convoy.",
          "Keep one: a pair is two vehicles, a convoy three or four.");
      return null;
    }
    if (pair != null) {
      return Fields.of(rule, pair, Keys.PAIR, PAIR).map(f -> together(f, 2, PAIR)).orElse(null);
    }
    if (convoy != null) {
      return Fields.of(rule, convoy, Keys.CONVOY, CONVOY)
          .map(f -> together(f, vehicles(f), CONVOY))
          .orElse(null);
    }
    return null;
  }

  private @Nullable Together together(Fields part, int vehicles, String example) {
    ScalarNode at = part.text("at", example);
    if (at != null && !at.getValue().equals("camera")) {
      rule.fault(
          at,
          "Vehicles are seen together at a camera, not at '%s'."
              .formatted(Fields.shown(at.getValue())),
          "Write at: camera");
    }
    Duration gap = Spans.read(rule, part, "gap");
    for (String key : List.of("at", "gap")) {
      if (part.lacks(key)) {
        rule.fault(
            part.node(),
            key.equals("gap")
                ? "It is not said how close to each other the vehicles pass (gap)."
                : "It is not said where the vehicles pass together (at: camera).",
            "For example " + example);
      }
    }
    if (gap != null && gap.compareTo(RuleLimits.GAP) > 0) {
      rule.fault(
          part.place("gap"),
          "A gap of %s is longer than %s; on a busy road nearly all vehicles would be together."
              .formatted(Spans.text(gap), Spans.text(RuleLimits.GAP)),
          "Write a gap of some seconds, such as 20s.");
      return null;
    }
    return gap == null ? null : new Together(vehicles, gap);
  }

  private int vehicles(Fields convoy) {
    if (convoy.get("vehicles") == null) {
      return LEAST_CONVOY;
    }
    return Numbers.read(
        rule,
        convoy,
        "vehicles",
        LEAST_CONVOY,
        Together.MOST_VEHICLES,
        n -> "Write 3 or 4; for two vehicles write " + PAIR);
  }
}
