package eu.passage.cep.language;

import java.util.List;

/** The keys of a rule's parts, as its text and the schema for editors write them. */
enum Keys {
  RULE(
      "a rule",
      "rule",
      "title",
      "description",
      "severity",
      "purpose",
      "notify",
      "when",
      "sequence",
      "count",
      "pair",
      "convoy",
      "within",
      "once",
      "unless",
      "lists",
      "tests"),
  TITLE("title", "en", "fr", "nl"),
  COUNT("count", "of", "where", "distinct", "atLeast", "within"),
  PAIR("pair", "at", "gap"),
  CONVOY("convoy", "at", "gap", "vehicles"),
  TEST("a test", "given", "expect");

  private final String owner;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> names;

  Keys(String owner, String... names) {
    this.owner = owner;
    this.names = List.of(names);
  }

  /** Whose keys they are, for messages. */
  String owner() {
    return owner;
  }

  List<String> names() {
    return names;
  }
}
