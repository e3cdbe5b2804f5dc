package eu.passage.schemas.evolution;

import eu.passage.schemas.registry.Compatibility;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * What forbids a schema after the ones that were published: the registry's strictest level, and
 * what Avro lets pass although consumers would silently read something else: a unit that changes, a
 * field or a symbol that goes.
 */
final class Evolution {

  private final List<String> objections = new ArrayList<>();
  private final Set<String> compared = new HashSet<>();

  private Evolution() {}

  /** In words; empty when the candidate may follow. */
  static List<String> objections(Schema candidate, List<Schema> released) {
    List<String> objections =
        new ArrayList<>(Compatibility.FULL_TRANSITIVE.objections(candidate, released));
    for (Schema old : released) {
      Evolution evolution = new Evolution();
      evolution.compare(old, candidate, old.getName());
      objections.addAll(evolution.objections);
    }
    return objections;
  }

  private void compare(Schema old, Schema candidate, String path) {
    if (!Objects.equals(old.getLogicalType(), candidate.getLogicalType())) {
      objections.add(
          String.format(
              "%s: its unit changes from %s to %s",
              path, old.getLogicalType(), candidate.getLogicalType()));
    }
    if (old.getType() != candidate.getType()) {
      return;
    }
    switch (old.getType()) {
      case RECORD -> compareFields(old, candidate, path);
      case ENUM -> compareSymbols(old, candidate, path);
      case ARRAY -> compare(old.getElementType(), candidate.getElementType(), path + "[]");
      case MAP -> compare(old.getValueType(), candidate.getValueType(), path + "{}");
      case UNION -> compareBranches(old, candidate, path);
      default -> {}
    }
  }

  private void compareFields(Schema old, Schema candidate, String path) {
    if (!compared.add(old.getFullName())) {
      return;
    }
    for (Schema.Field before : old.getFields()) {
      String name = path + "." + before.name();
      Schema.Field after = candidate.getField(before.name());
      if (after == null) {
        objections.add(name + ": removed; deprecate it in its comment instead");
      } else {
        compare(before.schema(), after.schema(), name);
      }
    }
  }

  private void compareSymbols(Schema old, Schema candidate, String path) {
    for (String symbol : old.getEnumSymbols()) {
      if (!candidate.hasEnumSymbol(symbol)) {
        objections.add(path + ": symbol " + symbol + " removed");
      }
    }
  }

  private void compareBranches(Schema old, Schema candidate, String path) {
    for (Schema branch : old.getTypes()) {
      Integer index = candidate.getIndexNamed(branch.getFullName());
      if (index == null) {
        objections.add(path + ": " + branch.getFullName() + " removed");
      } else {
        compare(branch, candidate.getTypes().get(index), path);
      }
    }
  }
}
