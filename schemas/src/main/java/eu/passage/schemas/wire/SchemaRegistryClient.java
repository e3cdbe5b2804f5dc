package eu.passage.schemas.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Speaks the REST of Confluent's schema registry and of those that share it (Apicurio's {@code
 * ccompat} API, Redpanda, Karapace, and Passage's own in-process registry).
 *
 * <p>{@code http://user:secret@host:8081/path} sends the user information as basic authentication.
 * Every call blocks until the answer or the time-out and throws {@link RegistryException}, whose
 * {@code isRetryable()} says whether to ask again. Nothing is cached. Safe for use by many threads.
 */
public final class SchemaRegistryClient {

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegistryHttp http;

  /** A client with a time-out of five seconds a call. */
  public SchemaRegistryClient(URI registry) {
    this(registry, DEFAULT_TIMEOUT);
  }

  /** A client whose calls give up after {@code timeout}. */
  public SchemaRegistryClient(URI registry, Duration timeout) {
    http = new RegistryHttp(registry, timeout);
  }

  /**
   * Registers a schema under a subject, or finds it there.
   *
   * @return the schema's id
   * @throws RegistryException {@code isIncompatible()} when the subject's earlier schemas forbid it
   */
  public int register(String subject, Schema schema) throws RegistryException {
    JsonNode answer = http.post(body(schema), "subjects", subject, "versions");
    return requireInt(answer, "id");
  }

  /** The schema of an id; {@code isNotFound()} when the registry does not know it. */
  public Schema byId(int id) throws RegistryException {
    return parse(requireText(http.get("schemas", "ids", Integer.toString(id)), "schema"));
  }

  /** The newest schema of a subject; {@code isNotFound()} when there is none. */
  public RegisteredSchema latest(String subject) throws RegistryException {
    return registered(http.get("subjects", subject, "versions", "latest"));
  }

  /** A version of a subject, from 1; {@code isNotFound()} when there is none. */
  public RegisteredSchema version(String subject, int version) throws RegistryException {
    return registered(http.get("subjects", subject, "versions", Integer.toString(version)));
  }

  /** The version of a subject that is this schema, or empty when the subject does not hold it. */
  public Optional<RegisteredSchema> lookup(String subject, Schema schema) throws RegistryException {
    try {
      return Optional.of(registered(http.post(body(schema), "subjects", subject)));
    } catch (RegistryException e) {
      if (e.isNotFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** All subjects, in the registry's order. */
  public List<String> subjects() throws RegistryException {
    return elements(http.get("subjects")).stream().map(JsonNode::asText).toList();
  }

  /** The versions of a subject, oldest first; {@code isNotFound()} when the subject is unknown. */
  public List<Integer> versions(String subject) throws RegistryException {
    return elements(http.get("subjects", subject, "versions")).stream()
        .map(JsonNode::asInt)
        .toList();
  }

  /**
   * Whether the subject's compatibility level allows this schema after its newest one; {@code
   * isNotFound()} when the subject has no schema yet.
   */
  public boolean isCompatibleWithLatest(String subject, Schema schema) throws RegistryException {
    JsonNode answer =
        http.post(body(schema), "compatibility", "subjects", subject, "versions", "latest");
    return require(answer, "is_compatible").asBoolean();
  }

  private static ObjectNode body(Schema schema) {
    return JSON.createObjectNode().put("schema", schema.toString());
  }

  private static RegisteredSchema registered(JsonNode answer) throws RegistryException {
    return new RegisteredSchema(
        requireText(answer, "subject"),
        requireInt(answer, "version"),
        requireInt(answer, "id"),
        parse(requireText(answer, "schema")));
  }

  private static Schema parse(String schema) throws RegistryException {
    try {
      return new Schema.Parser().parse(schema);
    } catch (AvroRuntimeException e) {
      throw new RegistryException(200, 200, "the registry's schema is not Avro: " + e.getMessage());
    }
  }

  private static List<JsonNode> elements(JsonNode array) {
    return array.valueStream().toList();
  }

  private static int requireInt(JsonNode answer, String key) throws RegistryException {
    return require(answer, key).asInt();
  }

  private static String requireText(JsonNode answer, String key) throws RegistryException {
    return require(answer, key).asText();
  }

  private static JsonNode require(JsonNode answer, String key) throws RegistryException {
    JsonNode value = answer.get(key);
    if (value == null) {
      throw new RegistryException(200, 200, "the registry's answer lacks '" + key + "': " + answer);
    }
    return value;
  }
}
