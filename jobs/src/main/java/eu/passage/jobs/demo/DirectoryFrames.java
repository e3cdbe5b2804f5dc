package eu.passage.jobs.demo;

import eu.passage.avro.Frame;
import eu.passage.jobs.scenario.FrameMaker;
import eu.passage.schemas.ids.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The photographs of a folder as frames of one camera, in the order of their names, two a second by
 * the camera's clock.
 */
final class DirectoryFrames implements Iterator<Frame> {

  /** The camera they come from. */
  static final String CAMERA = "DIR";

  private static final String SOURCE = "directory";

  /** What a frame may carry; larger pictures travel by reference. */
  private static final int MOST_INLINE = 2 << 20;

  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final List<Path> files;
  private final Instant begins;
  private int next;

  private DirectoryFrames(List<Path> files, Instant begins) {
    this.files = files;
    this.begins = begins;
  }

  /**
   * The JPEG and PNG files of a folder, those in folders within it too.
   *
   * @param begins when the first was taken
   * @throws IllegalArgumentException when there is no such folder or no such file in it
   */
  static DirectoryFrames of(Path folder, Instant begins) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(folder + " is not a folder");
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files =
          all.filter(Files::isRegularFile)
              .filter(file -> !contentType(file).isEmpty())
              .sorted(Comparator.comparing(Path::toString))
              .toList();
      if (files.isEmpty()) {
        throw new IllegalArgumentException(folder + " holds no .jpg, .jpeg or .png file");
      }
      return new DirectoryFrames(files, begins);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }

  int count() {
    return files.size();
  }

  @Override
  public boolean hasNext() {
    return next < files.size();
  }

  @Override
  public Frame next() {
    Path file = files.get(next);
    Instant capturedAt = begins.plus(INTERVAL.multipliedBy(next));
    next++;
    try {
      byte[] picture = Files.readAllBytes(file);
      Frame frame =
          FrameMaker.inline(
              Ids.of("frame", SOURCE, file.toString()),
              CAMERA,
              capturedAt,
              SOURCE,
              contentType(file),
              picture);
      if (picture.length > MOST_INLINE) {
        frame.getImage().setBytes(null);
        frame.getImage().setUri(file.toAbsolutePath().normalize().toUri().toString());
      }
      return frame;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** Empty for a file that is no picture. */
  private static String contentType(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
      return FrameMaker.JPEG;
    }
    return name.endsWith(".png") ? "image/png" : "";
  }
}
