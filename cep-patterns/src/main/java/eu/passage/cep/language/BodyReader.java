package eu.passage.cep.language;

import eu.passage.cep.model.Body;
import eu.passage.cep.model.Predicate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** What a rule looks for, and its bounds in time. */
final class BodyReader {

  /** The time bound of a rule about one passage, which needs none: the shortest there is. */
  static final Duration MOMENT = Duration.ofMillis(1);

  private static final List<String> BODIES = List.of("when", "sequence", "count");

  private final RuleText rule;
  private final Setting setting;
  private final Predicates predicates;
  private final Fields fields;
  private final boolean together;

  BodyReader(
      RuleText rule, Setting setting, Predicates predicates, Fields fields, boolean together) {
    this.rule = rule;
    this.setting = setting;
    this.predicates = predicates;
    this.fields = fields;
    this.together = together;
  }

  /** What it looks for and within which time. */
  record Bounded(Body body, Duration within) {}

  /** Null where it is faulty. */
  @Nullable Bounded read() {
    List<String> bodies = BODIES.stream().filter(key -> fields.get(key) != null).toList();
    if (bodies.isEmpty() && !BODIES.stream().allMatch(fields::lacks)) {
      return null;
    }
    if (bodies.size() != 1) {
      rule.fault(
          bodies.isEmpty() ? fields.node() : fields.place(bodies.get(1)),
          bodies.isEmpty()
              ? "The rule does not say what it looks for."
              : "The rule looks for two things: %s.".formatted(String.join(" and ", bodies)),
          bodies.isEmpty()
              ? "Add when: (one passage), sequence: (steps) or count: (so many passages)."
              : "Keep one of them, and write a second rule for the other.");
      return null;
    }
    return switch (bodies.get(0)) {
      case "when" -> when();
      case "sequence" -> sequence();
      default -> count();
    };
  }

  /** At most one alert in so much time; zero where nothing is said. */
  Duration once() {
    Duration once = fields.get("once") == null ? null : Spans.read(rule, fields, "once");
    return once == null || !kept(once, "once", fields) ? Duration.ZERO : once;
  }

  private @Nullable Bounded when() {
    if (fields.get("within") != null) {
      rule.fault(
          fields.place("within"),
          "One passage lies within no span of time, so within has no meaning beside when.",
          "Leave it out; to be told less often write once: 24h");
    }
    ScalarNode node = fields.text("when", "when: crossing where to == 'BE'");
    Predicate predicate = node == null ? null : predicates.compile(node);
    return predicate == null ? null : new Bounded(new Body.When(predicate), MOMENT);
  }

  private @Nullable Bounded sequence() {
    Node steps = fields.get("sequence");
    Body body = steps == null ? null : new SequenceReader(rule, predicates, together).read(steps);
    Duration within = within(fields);
    return body == null || within == null ? null : new Bounded(body, within);
  }

  private @Nullable Bounded count() {
    Node value = fields.get("count");
    Optional<Fields> part =
        value == null ? Optional.empty() : Fields.of(rule, value, Keys.COUNT, CountReader.EXAMPLE);
    if (part.isEmpty()) {
      return null;
    }
    boolean inside = part.get().get("within") != null;
    if (inside && fields.get("within") != null) {
      rule.fault(
          fields.place("within"), "The time bound stands twice, here and in count.", "Keep one.");
    }
    Duration within = within(inside ? part.get() : fields);
    Body body = new CountReader(rule, setting, predicates, part.get()).read(within);
    return body == null || within == null ? null : new Bounded(body, within);
  }

  private @Nullable Duration within(Fields where) {
    if (where.get("within") == null) {
      if (!where.lacks("within") || !fields.lacks("within")) {
        return null;
      }
      rule.fault(
          fields.place(fields.get("count") == null ? "sequence" : "count"),
          "The rule has no time bound.",
          "Add a line such as within: 90m; all its passages lie within this span.");
      return null;
    }
    Duration within = Spans.read(rule, where, "within");
    return within == null || !kept(within, "within", where) ? null : within;
  }

  private boolean kept(Duration span, String key, Fields where) {
    Duration retention = setting.limits().retention();
    if (span.compareTo(retention) <= 0) {
      return true;
    }
    rule.fault(
        where.get(key) instanceof ScalarNode node ? node : where.place(key),
        "'%s' looks back further (%s) than passages are kept (%s)."
            .formatted(key, Spans.text(span), Spans.text(retention)),
        "Write %s or less, or ask the operator to raise history.retention, as far as the law allows."
            .formatted(Spans.text(retention)));
    return false;
  }
}
