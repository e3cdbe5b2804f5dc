package eu.passage.jobs.police;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.console.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;

/**
 * Events that a webhook refused, one JSON object a line with the reason: for a person to look at
 * and send again. Only its owner may read it: it holds plates.
 */
final class RefusedFile {

  private final Path file;

  RefusedFile(Path file) {
    this.file = file;
  }

  /** Adds an event; it is on the disk when this returns. */
  void add(ObjectNode event, Delivery.Refused refused) {
    ObjectNode line =
        Json.object()
            .put("at", Instant.now().toString())
            .put("status", refused.status())
            .put("reason", refused.reason());
    line.set("event", event);
    ByteBuffer bytes = ByteBuffer.wrap((Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), ownersOnly())) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s cannot be written: nothing more is forwarded".formatted(file), e);
    }
  }

  private FileAttribute<?>[] ownersOnly() {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
