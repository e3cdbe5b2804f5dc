package eu.passage.schemas.evolution;

import eu.passage.schemas.Topic;
import eu.passage.schemas.wire.PortableSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * The schemas that were ever published, as files {@code released/<subject>/v<n>.avsc}. A file here
 * is a promise: somebody's topic holds records of it. Files are only ever added.
 */
final class Released {

  private static final Path FOLDER = Path.of("src", "test", "resources", "released");

  private Released() {}

  /** Every published version of a topic's schema, oldest first. */
  static List<Schema> versions(Topic topic) {
    List<Schema> versions = new ArrayList<>();
    for (int n = 1; Files.exists(file(topic, n)); n++) {
      versions.add(read(file(topic, n)));
    }
    return versions;
  }

  /** The schema of this build, as it would be published. */
  static Schema current(Topic topic) {
    return PortableSchema.of(topic.schema());
  }

  /** Adds the schema of this build as the newest version. */
  static void publish(Topic topic) {
    Path file = file(topic, versions(topic).size() + 1);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, current(topic).toString(true) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Topic topic, int version) {
    return FOLDER.resolve(topic.subject()).resolve("v" + version + ".avsc");
  }

  private static Schema read(Path file) {
    try {
      return new Schema.Parser().parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
