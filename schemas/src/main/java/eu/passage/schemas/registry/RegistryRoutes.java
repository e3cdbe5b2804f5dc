package eu.passage.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * What each request means, by method and path; knows nothing of HTTP beyond these. An answer is
 * anything that Jackson prints.
 */
final class RegistryRoutes {

  /**
   * A request.
   *
   * @param path the decoded segments of the path
   * @param query the raw query, empty without one
   * @param body as UTF-8, empty without one
   */
  record Request(String method, List<String> path, String query, String body) {

    boolean is(String wantedMethod, String... wanted) {
      if (!method.equals(wantedMethod) || path.size() != wanted.length) {
        return false;
      }
      for (int i = 0; i < wanted.length; i++) {
        if (!wanted[i].equals("*") && !wanted[i].equals(path.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ROOTS =
      List.of("subjects", "schemas", "compatibility", "config");

  private final SchemaStore store;

  RegistryRoutes(SchemaStore store) {
    this.store = store;
  }

  Object answer(Request request) throws RegistryFault {
    if (request.is("GET")) {
      return Map.of();
    }
    return switch (request.path().isEmpty() ? "" : request.path().get(0)) {
      case "subjects" -> subjects(request);
      case "schemas" -> schemas(request);
      case "compatibility" -> compatibility(request);
      case "config" -> config(request);
      default -> throw unknown(request);
    };
  }

  private Object subjects(Request request) throws RegistryFault {
    List<String> path = request.path();
    if (request.is("GET", "subjects")) {
      return store.subjects();
    }
    if (request.is("POST", "subjects", "*")) {
      return entry(store.lookup(path.get(1), schemaIn(request)));
    }
    if (request.is("POST", "subjects", "*", "versions")) {
      return Map.of("id", store.register(path.get(1), schemaIn(request)).id());
    }
    if (request.is("GET", "subjects", "*", "versions")) {
      return store.versions(path.get(1)).stream().map(SchemaStore.Entry::version).toList();
    }
    if (request.is("GET", "subjects", "*", "versions", "*")) {
      return entry(store.version(path.get(1), path.get(3)));
    }
    if (request.is("GET", "subjects", "*", "versions", "*", "schema")) {
      return tree(store.version(path.get(1), path.get(3)).schema().toString());
    }
    throw unknown(request);
  }

  private Object schemas(Request request) throws RegistryFault {
    List<String> path = request.path();
    if (request.is("GET", "schemas", "types")) {
      return List.of("AVRO");
    }
    if (request.is("GET", "schemas", "ids", "*")) {
      return Map.of("schema", store.byId(id(path.get(2))).toString());
    }
    if (request.is("GET", "schemas", "ids", "*", "versions")) {
      return store.usesOf(id(path.get(2))).stream()
          .map(entry -> Map.of("subject", entry.subject(), "version", entry.version()))
          .toList();
    }
    throw unknown(request);
  }

  private Object compatibility(Request request) throws RegistryFault {
    if (!request.is("POST", "compatibility", "subjects", "*", "versions", "*")) {
      throw unknown(request);
    }
    List<String> objections =
        store.objections(request.path().get(2), request.path().get(4), schemaIn(request));
    boolean compatible = objections.isEmpty();
    return request.query().contains("verbose=true")
        ? Map.of("is_compatible", compatible, "messages", objections)
        : Map.of("is_compatible", compatible);
  }

  private Object config(Request request) throws RegistryFault {
    List<String> path = request.path();
    if (request.is("GET", "config")) {
      return Map.of("compatibilityLevel", store.level());
    }
    if (request.is("PUT", "config")) {
      store.setLevel(levelIn(request));
      return Map.of("compatibility", store.level());
    }
    if (request.is("GET", "config", "*")) {
      String subject = path.get(1);
      return Map.of(
          "compatibilityLevel",
          request.query().contains("defaultToGlobal=true")
              ? store.level(subject)
              : store.ownLevel(subject).orElseThrow(() -> RegistryFault.noSubjectLevel(subject)));
    }
    if (request.is("PUT", "config", "*")) {
      store.setLevel(path.get(1), levelIn(request));
      return Map.of("compatibility", store.level(path.get(1)));
    }
    throw unknown(request);
  }

  private static ObjectNode entry(SchemaStore.Entry entry) {
    return JSON.createObjectNode()
        .put("subject", entry.subject())
        .put("version", entry.version())
        .put("id", entry.id())
        .put("schema", entry.schema().toString());
  }

  private static RegistryFault unknown(Request request) {
    String path = "/" + String.join("/", request.path());
    boolean known = !request.path().isEmpty() && ROOTS.contains(request.path().get(0));
    return known && !request.method().equals("GET")
        ? RegistryFault.wrongMethod(request.method(), path)
        : RegistryFault.unknownPath(path);
  }

  private static int id(String segment) throws RegistryFault {
    try {
      return Integer.parseInt(segment);
    } catch (NumberFormatException e) {
      throw RegistryFault.unknownPath("schema id " + segment + " is not a number");
    }
  }

  private static Schema schemaIn(Request request) throws RegistryFault {
    JsonNode body = tree(request.body());
    String type = body.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO") || !body.path("references").isEmpty()) {
      throw RegistryFault.invalidSchema("Passage's registry holds AVRO without references only");
    }
    if (!body.path("schema").isTextual()) {
      throw RegistryFault.invalidSchema("the body lacks 'schema', the schema as a string");
    }
    try {
      return new Schema.Parser().parse(body.get("schema").asText());
    } catch (AvroRuntimeException e) {
      throw RegistryFault.invalidSchema("Invalid Avro schema: " + e.getMessage());
    }
  }

  private static Compatibility levelIn(Request request) throws RegistryFault {
    String level = tree(request.body()).path("compatibility").asText("");
    for (Compatibility known : Compatibility.values()) {
      if (known.name().equals(level)) {
        return known;
      }
    }
    throw RegistryFault.invalidLevel(level);
  }

  private static JsonNode tree(String body) throws RegistryFault {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw RegistryFault.unreadableBody("the body is not JSON: " + e.getOriginalMessage());
    }
  }
}
