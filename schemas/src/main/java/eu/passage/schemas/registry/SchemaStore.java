package eu.passage.schemas.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * What the registry knows, in memory. Two schemas are the same when Avro prints them alike: order,
 * defaults, documents and logical types count, blanks do not. Safe for use by many threads.
 */
final class SchemaStore {

  /** A schema under a subject. */
  record Entry(String subject, int version, int id, Schema schema) {}

  private final List<Schema> byId = new ArrayList<>();
  private final Map<String, Integer> idOf = new HashMap<>();
  private final Map<String, List<Entry>> subjects = new TreeMap<>();
  private final Map<String, Compatibility> levels = new HashMap<>();
  private Compatibility level = Compatibility.BACKWARD;

  synchronized Entry register(String subject, Schema schema) throws RegistryFault {
    Optional<Entry> existing = find(subject, schema);
    if (existing.isPresent()) {
      return existing.get();
    }
    List<Entry> versions = subjects.getOrDefault(subject, List.of());
    List<String> objections = level(subject).objections(schema, schemas(versions));
    if (!objections.isEmpty()) {
      throw RegistryFault.incompatible(
          String.format(
              "Schema being registered is incompatible with an earlier schema for subject \"%s\","
                  + " compatibility: %s, details: %s",
              subject, level(subject), objections));
    }
    Entry entry = new Entry(subject, versions.size() + 1, idFor(schema), schema);
    subjects.computeIfAbsent(subject, unused -> new ArrayList<>()).add(entry);
    return entry;
  }

  synchronized Schema byId(int id) throws RegistryFault {
    if (id < 1 || id > byId.size()) {
      throw RegistryFault.unknownSchema();
    }
    return byId.get(id - 1);
  }

  /** Every subject and version that an id stands for. */
  synchronized List<Entry> usesOf(int id) throws RegistryFault {
    byId(id);
    return subjects.values().stream()
        .flatMap(List::stream)
        .filter(entry -> entry.id() == id)
        .toList();
  }

  synchronized List<String> subjects() {
    return List.copyOf(subjects.keySet());
  }

  synchronized List<Entry> versions(String subject) throws RegistryFault {
    List<Entry> versions = subjects.get(subject);
    if (versions == null) {
      throw RegistryFault.unknownSubject(subject);
    }
    return List.copyOf(versions);
  }

  /** The entry of a version as a client names it: a number from 1, {@code latest} or -1. */
  synchronized Entry version(String subject, String version) throws RegistryFault {
    int wanted = parseVersion(version);
    List<Entry> versions = versions(subject);
    if (wanted > versions.size()) {
      throw RegistryFault.unknownVersion(version);
    }
    return versions.get((wanted == LATEST ? versions.size() : wanted) - 1);
  }

  synchronized Entry lookup(String subject, Schema schema) throws RegistryFault {
    versions(subject);
    return find(subject, schema).orElseThrow(RegistryFault::unknownSchema);
  }

  /** What forbids a schema after one version of a subject; empty when nothing does. */
  synchronized List<String> objections(String subject, String version, Schema schema)
      throws RegistryFault {
    Entry against = version(subject, version);
    return level(subject).objections(schema, List.of(against.schema()));
  }

  synchronized Compatibility level() {
    return level;
  }

  synchronized void setLevel(Compatibility newLevel) {
    level = newLevel;
  }

  /** The subject's own level, or the registry's. */
  synchronized Compatibility level(String subject) {
    return levels.getOrDefault(subject, level);
  }

  synchronized Optional<Compatibility> ownLevel(String subject) {
    return Optional.ofNullable(levels.get(subject));
  }

  synchronized void setLevel(String subject, Compatibility newLevel) {
    levels.put(subject, newLevel);
  }

  private static final int LATEST = -1;

  private static int parseVersion(String version) throws RegistryFault {
    if (version.equals("latest")) {
      return LATEST;
    }
    try {
      int number = Integer.parseInt(version);
      if (number >= 1 || number == LATEST) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls through to the fault that names the value
    }
    throw RegistryFault.invalidVersion(version);
  }

  private Optional<Entry> find(String subject, Schema schema) {
    String canonical = schema.toString();
    return subjects.getOrDefault(subject, List.of()).stream()
        .filter(entry -> entry.schema().toString().equals(canonical))
        .findFirst();
  }

  private int idFor(Schema schema) {
    return idOf.computeIfAbsent(
        schema.toString(),
        unused -> {
          byId.add(schema);
          return byId.size();
        });
  }

  private static List<Schema> schemas(List<Entry> entries) {
    return entries.stream().map(Entry::schema).toList();
  }
}
