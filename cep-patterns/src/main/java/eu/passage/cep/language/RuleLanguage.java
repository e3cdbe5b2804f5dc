package eu.passage.cep.language;

import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.predicate.PredicateCompiler;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Rules as analysts write them: YAML, one document for each rule. What it holds is checked until
 * nothing is left that could go wrong later; {@code rule.schema.json} beside this class tells
 * editors the same.
 *
 * <pre>
 * rule: recurring-crossings
 * title: Six crossings within a day
 * severity: medium
 * purpose: judicial
 * notify: [police-be]
 * count: {of: crossing, atLeast: 6, within: 24h}
 * once: 24h
 * </pre>
 *
 * <p>Safe for texts of strangers: it builds text, lists and keys only, is bounded by {@link
 * RuleLimits}, and takes well under a second for any text. Threads may share one.
 */
public final class RuleLanguage {

  private final Setting setting;

  /**
   * @param cameras those that predicates and tests may name
   */
  public RuleLanguage(CameraCatalogue cameras, RuleLimits limits) {
    setting =
        new Setting(
            cameras, limits, new PredicateCompiler(new CameraTable(cameras), limits.habitDays()));
  }

  /**
   * Every rule of a file; documents are separated by {@code ---}.
   *
   * @param file its name, for faults
   * @throws RuleException that knows all faults of the whole file, in the order of lines
   */
  public List<RuleDocument> parse(String file, String text) throws RuleException {
    RuleFile source = new RuleFile(file, text);
    List<RuleDocument> documents = new ArrayList<>();
    Map<String, Integer> names = new HashMap<>();
    boolean none = true;
    for (RuleText rule : source.rules()) {
      Optional<MappingNode> root = YamlReader.read(rule);
      if (root.isPresent()) {
        none = false;
        RuleReader reader = new RuleReader(rule, setting, root.get());
        reader.read().ifPresent(documents::add);
        ScalarNode name = reader.name();
        if (name != null) {
          unique(rule, name, names);
        }
      }
    }
    Report report = source.report();
    if (none && report.size() == 0) {
      report.add(1, 1, "The file holds no rule.", "Begin with a line such as rule: night-dash");
    }
    if (report.size() > 0) {
      throw new RuleException(report.faults());
    }
    return List.copyOf(documents);
  }

  private static void unique(RuleText rule, ScalarNode name, Map<String, Integer> names) {
    Integer line = names.putIfAbsent(name.getValue(), rule.line(name));
    if (line != null) {
      rule.fault(
          name,
          "A rule '%s' stands already on line %d.".formatted(Fields.shown(name.getValue()), line),
          "Rules are told apart by their names: rename one.");
    }
  }
}
