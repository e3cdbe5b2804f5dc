package eu.passage.cep.language;

import eu.passage.avro.Severity;
import eu.passage.schemas.text.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A rule's name, title, severity, purpose and recipients. */
final class HeadReader {

  static final Severity SEVERITY = Severity.MEDIUM;
  static final String PURPOSE = "judicial";
  static final List<String> RECIPIENTS = List.of("police-be");

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_TITLE = 200;
  private static final int MOST_RECIPIENTS = 20;
  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList();

  private final RuleText rule;
  private final Fields fields;

  HeadReader(RuleText rule, Fields fields) {
    this.rule = rule;
    this.fields = fields;
  }

  /** Empty where it is missing or wrong. */
  String id() {
    ScalarNode node = required("rule", "rule: night-dash");
    return node != null && isName(node, "A rule's name") ? node.getValue() : "";
  }

  Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    if (fields.get("title") instanceof MappingNode mapping) {
      Fields languages = Fields.of(rule, mapping, Keys.TITLE);
      for (String language : languages.keys().keySet()) {
        title(languages, language, language + ": A text").ifPresent(t -> titles.put(language, t));
      }
      if (languages.get("en") == null) {
        rule.fault(
            fields.place("title"),
            "The title has no English text.",
            "Add a line such as en: Six crossings within a day");
      }
    } else if (required("title", "title: Six crossings within a day") != null) {
      title(fields, "title", "title: A text").ifPresent(t -> titles.put("en", t));
    }
    return titles;
  }

  private java.util.Optional<String> title(Fields from, String key, String example) {
    ScalarNode node = from.text(key, example);
    if (node == null) {
      return java.util.Optional.empty();
    }
    String title = node.getValue().strip().replaceAll("\\s+", " ");
    if (title.length() > LONGEST_TITLE) {
      rule.fault(
          node,
          "The title has %d characters; %d are the most.".formatted(title.length(), LONGEST_TITLE),
          "Say it in one line; the rest belongs under description.");
    }
    return java.util.Optional.of(title);
  }

  Severity severity() {
    ScalarNode node = fields.text("severity", "severity: high");
    if (node == null) {
      return SEVERITY;
    }
    for (Severity severity : Severity.values()) {
      if (severity.name().toLowerCase(Locale.ROOT).equals(node.getValue())) {
        return severity;
      }
    }
    String word = Fields.shown(node.getValue());
    rule.fault(
        node,
        "'%s' is no severity%s.".formatted(word, Suggestion.of(word, SEVERITIES)),
        "Write low, medium or high.");
    return SEVERITY;
  }

  String purpose() {
    ScalarNode node = fields.text("purpose", "purpose: judicial");
    if (node == null) {
      return PURPOSE;
    }
    if (!Purposes.ALL.containsKey(node.getValue())) {
      String word = Fields.shown(node.getValue());
      rule.fault(
          node,
          "'%s' is no purpose%s.".formatted(word, Suggestion.of(word, Purposes.ALL.keySet())),
          "Purposes are " + String.join(", ", Purposes.ALL.keySet()) + ".");
    }
    return node.getValue();
  }

  List<String> recipients() {
    Node value = fields.get("notify");
    if (value == null) {
      return RECIPIENTS;
    }
    String example = "notify: [police-be, ccpd-tournai]";
    List<String> names = new ArrayList<>();
    List<Node> entries = Fields.list(rule, value, "notify", example);
    for (Node entry : entries) {
      ScalarNode node = Fields.text(rule, entry, "notify", example);
      if (node == null || !isName(node, "A service's name")) {
        continue;
      }
      if (names.contains(node.getValue())) {
        rule.fault(node, "'%s' is notified twice.".formatted(node.getValue()), "Keep it once.");
      }
      names.add(node.getValue());
    }
    if (entries.isEmpty() && value instanceof org.yaml.snakeyaml.nodes.SequenceNode) {
      rule.fault(value, "The rule notifies nobody.", "For example " + example);
    }
    if (names.size() > MOST_RECIPIENTS) {
      rule.fault(
          value,
          "The rule notifies %d services; %d are the most."
              .formatted(names.size(), MOST_RECIPIENTS),
          "Notify one service that passes it on.");
    }
    return names;
  }

  private @Nullable ScalarNode required(String key, String example) {
    if (fields.lacks(key)) {
      rule.fault(
          fields.node(),
          "The rule has no %s.".formatted(key.equals("rule") ? "name" : key),
          "Add a line such as " + example);
    }
    return fields.text(key, example);
  }

  private boolean isName(ScalarNode node, String what) {
    String name = node.getValue();
    if (name.length() > LONGEST_NAME) {
      rule.fault(
          node,
          "%s has %d characters; %d are the most.".formatted(what, name.length(), LONGEST_NAME),
          "Shorten it; the title says the rest.");
      return false;
    }
    if (Heading.NAME.matcher(name).matches()) {
      return true;
    }
    String mended = mended(name);
    rule.fault(
        node,
        "%s is made of lower-case words with hyphens between, and '%s' is not."
            .formatted(what, Fields.shown(name)),
        Heading.NAME.matcher(mended).matches()
            ? "Write " + mended
            : "Write something like night-dash, beginning with a letter.");
    return false;
  }

  private static String mended(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
