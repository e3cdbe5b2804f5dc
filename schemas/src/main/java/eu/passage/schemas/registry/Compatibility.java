package eu.passage.schemas.registry;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/**
 * Which schemas may follow which under one subject. BACKWARD: the new one reads what the newest one
 * wrote. FORWARD: the newest one reads what the new one writes. FULL: both. TRANSITIVE: towards
 * every earlier one, not the newest alone.
 */
public enum Compatibility {
  NONE(false, false, false),
  BACKWARD(true, false, false),
  BACKWARD_TRANSITIVE(true, false, true),
  FORWARD(false, true, false),
  FORWARD_TRANSITIVE(false, true, true),
  FULL(true, true, false),
  FULL_TRANSITIVE(true, true, true);

  private final boolean readsOld;
  private final boolean readByOld;
  private final boolean transitive;

  Compatibility(boolean readsOld, boolean readByOld, boolean transitive) {
    this.readsOld = readsOld;
    this.readByOld = readByOld;
    this.transitive = transitive;
  }

  /**
   * What forbids a schema after others, in words; empty when nothing does.
   *
   * @param earlier the subject's schemas, oldest first
   */
  public List<String> objections(Schema candidate, List<Schema> earlier) {
    int first = transitive ? 0 : Math.max(0, earlier.size() - 1);
    return earlier.subList(first, earlier.size()).stream()
        .flatMap(old -> objections(candidate, old))
        .distinct()
        .toList();
  }

  private Stream<String> objections(Schema candidate, Schema old) {
    return Stream.concat(
        readsOld
            ? objections("the new schema cannot read the old one", candidate, old)
            : Stream.of(),
        readByOld
            ? objections("the old schema cannot read the new one", old, candidate)
            : Stream.of());
  }

  private static Stream<String> objections(String what, Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(
            fault ->
                what
                    + ": "
                    + fault.getType()
                    + " at "
                    + fault.getLocation()
                    + ", "
                    + fault.getMessage());
  }
}
