package eu.passage.jobs.config;

import com.fasterxml.jackson.databind.JsonNode;
import eu.passage.schemas.text.Durations;
import eu.passage.schemas.text.Suggestion;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Single values of a configuration: text, numbers, truth, spans of time, addresses, names of an
 * enum.
 */
final class Scalars {

  private Scalars() {}

  /**
   * @throws ConfigException when the node is not of the type
   */
  static Object read(JsonNode node, Class<?> type, String path) {
    if (type == String.class) {
      return text(node, path, "text (in quotes where it looks like a number)");
    }
    if (type == boolean.class || type == Boolean.class) {
      return require(node.isBoolean(), node, path, "true or false").booleanValue();
    }
    if (type == int.class) {
      return require(
              node.canConvertToInt() && node.isIntegralNumber(), node, path, "a whole number")
          .intValue();
    }
    if (type == long.class) {
      return require(
              node.canConvertToLong() && node.isIntegralNumber(), node, path, "a whole number")
          .longValue();
    }
    if (type == double.class || type == Double.class) {
      return require(node.isNumber(), node, path, "a number").doubleValue();
    }
    if (type == float.class) {
      return require(node.isNumber(), node, path, "a number").floatValue();
    }
    if (type == Duration.class) {
      String allowed = "a span of time such as " + Durations.EXAMPLES;
      return Durations.parse(text(node, path, allowed))
          .orElseThrow(() -> RecordBinder.wrong(path, node, allowed));
    }
    if (type == URI.class) {
      return uri(node, path);
    }
    if (type.isEnum()) {
      return constant(node, type, path);
    }
    throw new IllegalStateException(path + ": no reader for " + type);
  }

  private static URI uri(JsonNode node, String path) {
    String allowed = "an address such as http://localhost:8081 or file:///var/lib/passage";
    try {
      URI uri = new URI(text(node, path, allowed));
      if (uri.isAbsolute()) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw RecordBinder.wrong(path, node, "%s (%s)".formatted(allowed, e.getReason()));
    }
    throw RecordBinder.wrong(path, node, allowed);
  }

  private static Object constant(JsonNode node, Class<?> type, String path) {
    List<String> names =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
            .toList();
    String allowed = "one of " + String.join(", ", names);
    String written = text(node, path, allowed);
    int index = names.indexOf(written);
    if (index < 0) {
      throw RecordBinder.wrong(path, node, allowed + Suggestion.of(written, names));
    }
    return type.getEnumConstants()[index];
  }

  private static String text(JsonNode node, String path, String allowed) {
    return require(node.isTextual(), node, path, allowed).textValue();
  }

  private static JsonNode require(boolean holds, JsonNode node, String path, String allowed) {
    if (!holds) {
      throw RecordBinder.wrong(path, node, allowed);
    }
    return node;
  }
}
