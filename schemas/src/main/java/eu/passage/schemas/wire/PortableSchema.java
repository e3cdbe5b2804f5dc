package eu.passage.schemas.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * A schema as it is published: without the hint for Java ({@code avro.java.string}) that generated
 * classes carry, which means nothing to consumers in other languages.
 */
public final class PortableSchema {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JAVA_HINT = "avro.java.string";

  private PortableSchema() {}

  /** The same schema without hints for Java; every default, document and logical type stays. */
  public static Schema of(Schema schema) {
    try {
      JsonNode plain = withoutHints(JSON.readTree(schema.toString()));
      return new Schema.Parser().parse(JSON.writeValueAsString(plain));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Avro printed a schema that is not JSON", e);
    }
  }

  private static JsonNode withoutHints(JsonNode node) {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, withoutHints(array.get(i)));
      }
      return array;
    }
    if (node instanceof ObjectNode object) {
      object.remove(JAVA_HINT);
      List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(object.properties());
      entries.forEach(entry -> object.set(entry.getKey(), withoutHints(entry.getValue())));
      boolean onlyAType = object.size() == 1 && object.path("type").isTextual();
      return onlyAType ? TextNode.valueOf(object.get("type").asText()) : object;
    }
    return node;
  }
}
