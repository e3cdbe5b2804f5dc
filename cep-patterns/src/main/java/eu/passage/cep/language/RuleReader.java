package eu.passage.cep.language;

import eu.passage.avro.Severity;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Step;
import eu.passage.cep.model.Together;
import eu.passage.cep.predicate.PredicateCompiler.ListedPlate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** One rule's keys to its tree. All parts are read whatever is wrong with the others. */
final class RuleReader {

  private static final String UNLESS = "unless: commuter('28d')";

  private final RuleText rule;
  private final Setting setting;
  private final Fields fields;

  RuleReader(RuleText rule, Setting setting, MappingNode root) {
    this.rule = rule;
    this.setting = setting;
    this.fields = Fields.of(rule, root, Keys.RULE);
  }

  /** Where its name stands; for faults about several rules. */
  @Nullable ScalarNode name() {
    return fields.get("rule") instanceof ScalarNode name ? name : null;
  }

  /** Empty where a fault was found. */
  Optional<RuleDocument> read() {
    HeadReader head = new HeadReader(rule, fields);
    String id = head.id();
    Map<String, String> titles = head.titles();
    Severity severity = head.severity();
    String purpose = head.purpose();
    List<String> recipients = head.recipients();
    fields.text("description", "description: Why this rule exists");
    TogetherReader togetherReader = new TogetherReader(rule, fields);
    Together together = togetherReader.read();
    Map<String, Set<ListedPlate>> lists = new ListsReader(rule).read(fields.get("lists"));
    Predicates predicates = new Predicates(rule, setting.predicates(), togetherReader.any(), lists);
    BodyReader bodyReader = new BodyReader(rule, setting, predicates, fields, togetherReader.any());
    BodyReader.Bounded bounded = bodyReader.read();
    Duration once = bodyReader.once();
    ScalarNode unless = fields.text("unless", UNLESS);
    Predicate excuse = unless == null ? null : predicates.unless(unless, steps(bounded));
    List<RuleTest> tests =
        new TestsReader(rule, setting.cameras(), together == null ? 1 : together.vehicles())
            .read(fields.get("tests"));
    if (!rule.clean() || bounded == null) {
      return Optional.empty();
    }
    return Optional.of(
        new RuleDocument(
            new Rule(
                id,
                titles,
                severity,
                purpose,
                recipients,
                together,
                bounded.body(),
                bounded.within(),
                once,
                excuse),
            rule.text(),
            rule.firstLine(),
            tests));
  }

  private static List<String> steps(BodyReader.@Nullable Bounded bounded) {
    return bounded != null && bounded.body() instanceof Body.Sequence sequence
        ? sequence.steps().stream().map(Step::name).toList()
        : List.of();
  }
}
