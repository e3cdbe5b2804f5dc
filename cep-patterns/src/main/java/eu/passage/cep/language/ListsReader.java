package eu.passage.cep.language;

import eu.passage.cep.predicate.PredicateCompiler.ListedPlate;
import eu.passage.schemas.plates.PlateText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Lists of plates that a rule brings along: {@code lists: {stolen: [1ABC234, AB123CD FR]}}. */
final class ListsReader {

  private static final String EXAMPLE = "lists: {stolen: [1ABC234, AB123CD FR]}";
  private static final int LONGEST = 64;
  private static final Pattern ENTRY = Pattern.compile("(.*?)(?:\\s+([A-Z]{2}))?");

  private final RuleText rule;
  private int listed;

  ListsReader(RuleText rule) {
    this.rule = rule;
  }

  Map<String, Set<ListedPlate>> read(@Nullable Node value) {
    Map<String, Set<ListedPlate>> lists = new LinkedHashMap<>();
    if (value == null) {
      return lists;
    }
    if (!(value instanceof MappingNode mapping)) {
      rule.fault(value, "Each list has a name.", "For example " + EXAMPLE);
      return lists;
    }
    Fields fields = Fields.any(rule, mapping);
    for (Map.Entry<String, ScalarNode> key : fields.keys().entrySet()) {
      boolean tooLong = key.getKey().length() > LONGEST;
      if (tooLong || !Heading.NAME.matcher(key.getKey()).matches()) {
        rule.fault(
            key.getValue(),
            "A list's name is made of lower-case words with hyphens between, %d characters at most, and '%s' is not."
                .formatted(LONGEST, Fields.shown(key.getKey())),
            "For example " + EXAMPLE);
      }
      lists.put(key.getKey(), plates(key.getKey(), fields));
    }
    return lists;
  }

  private Set<ListedPlate> plates(String name, Fields fields) {
    Set<ListedPlate> plates = new LinkedHashSet<>();
    Node value = fields.get(name);
    List<Node> entries = value == null ? List.of() : Fields.list(rule, value, name, EXAMPLE);
    for (Node entry : entries) {
      if (++listed == RuleLimits.LISTED + 1) {
        rule.fault(
            entry,
            "The rule's lists hold more than %s plates.".formatted(Numbers.text(RuleLimits.LISTED)),
            "Longer lists belong on the watchlist, which takes millions.");
      }
      if (listed > RuleLimits.LISTED) {
        break;
      }
      ScalarNode text = Fields.text(rule, entry, name, EXAMPLE);
      if (text != null) {
        add(plates, text);
      }
    }
    return plates;
  }

  private void add(Set<ListedPlate> plates, ScalarNode node) {
    String text = node.getValue().strip();
    Matcher entry = ENTRY.matcher(Fields.shown(text));
    if (text.contains("*") || text.contains("?")) {
      rule.fault(
          node,
          "A list holds whole plates, and '%s' has a wildcard.".formatted(Fields.shown(text)),
          "Ask likePlate('%s') in the predicate instead.".formatted(Fields.shown(text)));
    } else if (entry.matches()) {
      String plate = PlateText.normalise(entry.group(1));
      String country = entry.group(2);
      if (plate.isEmpty() || plate.length() > PlateText.MAX_LENGTH) {
        rule.fault(
            node,
            "'%s' is no plate: it has %d letters and digits."
                .formatted(Fields.shown(text), plate.length()),
            "Write the plate and, where known, its country: AB123CD FR");
      } else if (country != null && !Countries.known(country)) {
        rule.fault(
            node,
            "'%s' is no country's code.".formatted(country),
            "Behind a space comes the country, such as BE, FR or NL; write the plate itself"
                + " without spaces.");
      } else {
        plates.add(new ListedPlate(plate, country));
      }
    }
  }
}
