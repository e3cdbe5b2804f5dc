package eu.passage.jobs.cli;

import eu.passage.recognition.Sighting;
import eu.passage.recognition.annotate.Annotator;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Sketch.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Copies of pictures with boxes and texts drawn in, in a folder: {@code car.jpg} becomes {@code
 * car.annotated.jpg}, and {@code car-2.annotated.jpg} where another folder held one of that name.
 * No picture that is looked at is ever written over.
 */
final class AnnotatedCopies {

  private static final String MARK = ".annotated";

  private final Path folder;
  private final Set<Path> inputs = new HashSet<>();
  private final Set<Path> written = new HashSet<>();

  /**
   * @param folder made where it does not exist
   * @param files all that will be looked at
   * @throws IOException when it cannot be made
   */
  AnnotatedCopies(Path folder, List<Path> files) throws IOException {
    this.folder = Files.createDirectories(folder).toRealPath();
    for (Path file : files) {
      inputs.add(real(file));
    }
  }

  /** Whether a file's name is that of a copy. */
  static boolean isCopy(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.'))).endsWith(MARK);
  }

  /**
   * Draws a picture's copy.
   *
   * @param encoded the picture's file, whose format the copy keeps
   * @throws IOException when it cannot be written
   */
  void write(Path file, byte[] encoded, Picture picture, List<Sighting> sightings)
      throws IOException {
    Format format = Format.of(encoded);
    Files.write(
        free(file.getFileName().toString(), format),
        Annotator.annotate(picture, sightings, format));
  }

  private Path free(String name, Format format) {
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String ending = dot > 0 ? name.substring(dot) : format == Format.PNG ? ".png" : ".jpg";
    Path target = folder.resolve(stem + MARK + ending);
    for (int number = 2; inputs.contains(target) || !written.add(target); number++) {
      target = folder.resolve(stem + "-" + number + MARK + ending);
    }
    return target;
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize(); // it is not there, which is told when it is read
    }
  }
}
