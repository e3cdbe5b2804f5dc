package eu.passage.cep.language;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.PlateCode;
import eu.passage.cep.language.RuleTest.Expected;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The scenarios inside a rule. Passages arrive in the order of their lines, so that a scenario can
 * show what a late one does; ranges of days that follow each other run side by side, day after day.
 */
final class TestsReader {

  private static final String GIVEN = "given: |   and below it, indented, a line for each passage";
  private static final String EXPECT = "expect: [02:50 1ABC234], or expect: [] for no alert";

  private final RuleText rule;
  private final CameraCatalogue cameras;
  private final int vehicles;

  TestsReader(RuleText rule, CameraCatalogue cameras, int vehicles) {
    this.rule = rule;
    this.cameras = cameras;
    this.vehicles = vehicles;
  }

  List<RuleTest> read(@Nullable Node value) {
    List<RuleTest> tests = new ArrayList<>();
    if (value == null) {
      return tests;
    }
    List<Node> nodes =
        Fields.list(rule, value, "tests", "- given: | … and below it expect: [02:50 1ABC234]");
    if (nodes.size() > RuleLimits.TESTS) {
      rule.fault(
          nodes.get(RuleLimits.TESTS),
          "The rule has %s tests; %d are the most, since all run before every deployment."
              .formatted(Numbers.text(nodes.size()), RuleLimits.TESTS),
          "Keep those that show what the rule finds and what it leaves alone.");
      return tests;
    }
    for (Node node : nodes) {
      Fields.of(rule, node, Keys.TEST, "given: | … and below it expect: [02:50 1ABC234]")
          .ifPresent(fields -> tests.add(test(fields)));
    }
    return tests;
  }

  private RuleTest test(Fields fields) {
    ScalarNode text = required(fields, "given", GIVEN) ? fields.text("given", GIVEN) : null;
    List<PassageFacts> given = text == null ? List.of() : given(text);
    List<Expected> expected = new ArrayList<>();
    Node alerts = required(fields, "expect", EXPECT) ? fields.get("expect") : null;
    if (alerts != null && (text == null || !given.isEmpty())) {
      Set<String> plates = new LinkedHashSet<>();
      given.forEach(passage -> plates.add(PlateCode.text(passage.plate())));
      for (Node alert : Fields.list(rule, alerts, "expect", EXPECT)) {
        ScalarNode entry = Fields.text(rule, alert, "expect", EXPECT);
        Expected one = entry == null ? null : expected(entry, plates);
        if (one != null) {
          expected.add(one);
        }
      }
    }
    expected.sort(Comparator.comparing(Expected::at));
    return new RuleTest(rule.line(fields.node()), given, expected);
  }

  private @Nullable Expected expected(ScalarNode entry, Set<String> plates) {
    return new ExpectLine(new Words(rule, entry, 0, entry.getValue()), vehicles, plates).read();
  }

  private boolean required(Fields fields, String key, String example) {
    if (fields.lacks(key)) {
      rule.fault(fields.node(), "The test has no '%s'.".formatted(key), "Add " + example);
    }
    return fields.get(key) != null;
  }

  /** None where a fault was found. */
  private List<PassageFacts> given(ScalarNode text) {
    if (text.getScalarStyle() == ScalarStyle.FOLDED) {
      rule.fault(text, "With > YAML makes one line of all passages.", "Write given: |");
      return List.of();
    }
    List<PassageFacts> passages = new ArrayList<>();
    List<PassageFacts> ranges = new ArrayList<>();
    boolean faulty = false;
    int offset = 0;
    for (String line : text.getValue().split("\n", -1)) {
      if (!line.isBlank() && !line.strip().startsWith("#")) {
        GivenLine given = new GivenLine(new Words(rule, text, offset, line), cameras);
        List<PassageFacts> more = given.read();
        faulty |= more.isEmpty();
        if (!given.range()) {
          flush(ranges, passages);
        }
        (given.range() ? ranges : passages).addAll(more);
        if (passages.size() + ranges.size() > RuleLimits.GIVEN) {
          rule.fault(
              text,
              offset,
              "The test gives more than %s passages.".formatted(Numbers.text(RuleLimits.GIVEN)),
              "Give fewer days, or try the rule on recorded passages: rules backtest.");
          return List.of();
        }
      }
      offset += line.length() + 1;
    }
    flush(ranges, passages);
    if (passages.isEmpty() && !faulty) {
      rule.fault(text, "The test gives no passage.", "Write lines like " + GivenLine.EXAMPLE);
    }
    return faulty ? List.of() : passages;
  }

  private static void flush(List<PassageFacts> ranges, List<PassageFacts> passages) {
    ranges.sort(Comparator.comparingLong(PassageFacts::at));
    passages.addAll(ranges);
    ranges.clear();
  }
}
