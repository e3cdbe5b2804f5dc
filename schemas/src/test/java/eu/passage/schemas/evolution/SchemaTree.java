package eu.passage.schemas.evolution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** A schema as JSON, so that a test can alter it anywhere and parse it again. */
final class SchemaTree {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode root;

  private SchemaTree(JsonNode root) {
    this.root = root;
  }

  static SchemaTree of(Schema schema) {
    try {
      return new SchemaTree(JSON.readTree(schema.toString()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  Schema toSchema() {
    return new Schema.Parser().parse(root.toString());
  }

  /** What consumers depend on: everything but the comments. */
  String withoutComments() {
    JsonNode copy = root.deepCopy();
    copy.findParents("doc").forEach(parent -> ((ObjectNode) parent).remove("doc"));
    return copy.toPrettyString();
  }

  /** The lists of fields of all records, outermost first. */
  List<ArrayNode> records() {
    return root.findValues("fields").stream().map(ArrayNode.class::cast).toList();
  }

  /** All enums. */
  List<ObjectNode> enums() {
    return root.findParents("symbols").stream().map(ObjectNode.class::cast).toList();
  }

  /** All definitions of records and enums. */
  List<JsonNode> namedTypes() {
    List<JsonNode> definitions = new ArrayList<>(root.findParents("fields"));
    definitions.addAll(root.findParents("symbols"));
    return definitions;
  }

  /** Every field of every record. */
  List<ObjectNode> fields() {
    List<ObjectNode> fields = new ArrayList<>();
    records().forEach(record -> record.forEach(field -> fields.add((ObjectNode) field)));
    return fields;
  }
}
