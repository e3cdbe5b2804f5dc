package eu.passage.jobs.config;

import com.fasterxml.jackson.databind.JsonNode;
import eu.passage.cep.notices.RecipientName;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names for people: one text for everybody, or a text for each language. */
final class Names {

  private static final String ALLOWED =
      "one name, or one for each language such as {en: local police, fr: police locale}";

  private Names() {}

  /**
   * @throws ConfigException when the node is neither
   */
  static RecipientName read(JsonNode node, String path) {
    try {
      return node.isTextual()
          ? RecipientName.of(node.textValue())
          : RecipientName.of(byLanguage(node, path));
    } catch (IllegalArgumentException e) {
      throw new ConfigException(path + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, String> byLanguage(JsonNode node, String path) {
    if (!node.isObject() || node.isEmpty()) {
      throw RecordBinder.wrong(path, node, ALLOWED);
    }
    Map<String, String> names = new LinkedHashMap<>();
    node.properties()
        .forEach(
            one -> {
              if (!one.getValue().isTextual()) {
                throw RecordBinder.wrong(path + "." + one.getKey(), one.getValue(), "a name");
              }
              names.put(one.getKey(), one.getValue().textValue());
            });
    return names;
  }
}
