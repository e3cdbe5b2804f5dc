package eu.passage.cep.language;

import eu.passage.schemas.text.Suggestion;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Keys and values of a {@link DataFile}. What is empty was missing or wrong, and what was wrong is
 * a fault already.
 */
public final class DataFields {

  private final RuleText document;
  private final Fields fields;
  private final String owner;
  private final Set<String> misspelt = new HashSet<>();

  DataFields(RuleText document, Fields fields, String owner, List<String> known) {
    this.document = document;
    this.fields = fields;
    this.owner = owner;
    fields.keys().values().stream()
        .filter(key -> !known.contains(key.getValue()))
        .forEach(key -> refuse(key, known));
  }

  private void refuse(ScalarNode key, List<String> known) {
    String name = Fields.shown(key.getValue());
    String meant = document.full() ? "" : Suggestion.of(name, known);
    known.stream().filter(one -> meant.contains("'" + one + "'")).forEach(misspelt::add);
    document.fault(
        key,
        "'%s' is no key of %s%s.".formatted(name, owner, meant),
        "Its keys are " + String.join(", ", known) + ".");
  }

  /** The line of the file that it begins on, from 1. */
  public int line() {
    return document.line(fields.node());
  }

  /** Whether no fault was found in its document yet. */
  public boolean clean() {
    return document.clean();
  }

  public boolean has(String key) {
    return fields.get(key) != null;
  }

  /** A fault where the key stands, or at the beginning where it is missing. */
  public void fault(String key, String message, String advice) {
    document.fault(fields.place(key), message, advice);
  }

  /** A key that must be there; else that is a fault. */
  public boolean require(String key, String example) {
    if (!has(key) && !misspelt.contains(key)) {
      document.fault(
          fields.node(),
          "%s has no '%s'.".formatted(Fields.capital(owner), key),
          "Add a line such as " + example);
    }
    return has(key);
  }

  public Optional<DataText> text(String key, String example) {
    return Optional.ofNullable(fields.text(key, example)).map(node -> new DataText(document, node));
  }

  /** A span of time above zero, such as 20m. */
  public Optional<Duration> span(String key) {
    return Optional.ofNullable(Spans.read(document, fields, key));
  }

  /** A local day, such as 2026-03-29. */
  public Optional<LocalDate> day(String key) {
    return text(key, key + ": 2026-03-29").flatMap(DataFields::day);
  }

  private static Optional<LocalDate> day(DataText text) {
    try {
      return Optional.of(LocalDate.parse(text.value().strip()));
    } catch (DateTimeException e) {
      text.fault(
          "'%s' is no day.".formatted(text.shown()), "Write year, month and day: 2026-03-29");
      return Optional.empty();
    }
  }

  /** A whole number from {@code least} to {@code most}. */
  public Optional<Integer> number(String key, int least, int most) {
    if (!has(key)) {
      return Optional.empty();
    }
    int before = document.size();
    int number =
        Numbers.read(
            document,
            fields,
            key,
            least,
            most,
            wrong -> "Write one from %d to %d.".formatted(least, most));
    return document.size() == before ? Optional.of(number) : Optional.empty();
  }

  /** The texts of a list; an empty one is a fault. */
  public List<DataText> texts(String key, String example) {
    return texts(list(key, example), key, example);
  }

  /** The texts of a list that may be empty. */
  public List<DataText> listed(String key, String example) {
    Node value = fields.get(key);
    return value == null
        ? List.of()
        : texts(Fields.list(document, value, key, example), key, example);
  }

  private List<DataText> texts(List<Node> entries, String key, String example) {
    List<DataText> texts = new ArrayList<>();
    for (Node entry : entries) {
      ScalarNode node = Fields.text(document, entry, key, example);
      if (node != null) {
        texts.add(new DataText(document, node));
      }
    }
    return texts;
  }

  /**
   * What is written with keys of its own.
   *
   * @param what it is, for messages
   * @param known its keys
   */
  public Optional<DataFields> part(String key, String what, List<String> known, String example) {
    Node value = fields.get(key);
    return value == null ? Optional.empty() : part(value, what, known, example);
  }

  /** A list of such parts; an empty one is a fault. */
  public List<DataFields> parts(String key, String what, List<String> known, String example) {
    return list(key, example).stream()
        .flatMap(entry -> part(entry, what, known, example).stream())
        .toList();
  }

  /** The keys that are there, whatever they are called. */
  public List<DataText> keys() {
    return fields.keys().values().stream().map(key -> new DataText(document, key)).toList();
  }

  /** A part whose keys are data too. */
  public Optional<DataFields> table(String key, String what, String example) {
    return fields.get(key) instanceof MappingNode mapping
        ? part(key, what, names(mapping), example)
        : part(key, what, List.of(), example);
  }

  private static List<String> names(MappingNode mapping) {
    return mapping.getValue().stream()
        .flatMap(
            tuple ->
                tuple.getKeyNode() instanceof ScalarNode key
                    ? Stream.of(key.getValue())
                    : Stream.empty())
        .toList();
  }

  private Optional<DataFields> part(Node value, String what, List<String> known, String example) {
    if (value instanceof MappingNode mapping) {
      return Optional.of(new DataFields(document, Fields.any(document, mapping), what, known));
    }
    document.fault(
        value,
        "%s is written with keys of its own.".formatted(Fields.capital(what)),
        "For example " + example);
    return Optional.empty();
  }

  private List<Node> list(String key, String example) {
    Node value = fields.get(key);
    if (value == null) {
      return List.of();
    }
    int before = document.size();
    List<Node> entries = Fields.list(document, value, key, example);
    if (entries.isEmpty() && document.size() == before) {
      document.fault(value, "'%s' is empty.".formatted(key), "For example " + example);
    }
    return entries;
  }
}
