package eu.passage.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The pictures that a command line names: files as they are, folders by what is in them. */
final class PictureFiles {

  private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png");

  private PictureFiles() {}

  /**
   * Every file named, and for every folder the JPEG and PNG files in it and in folders within it,
   * by name, but for copies that {@link AnnotatedCopies} made.
   *
   * @throws IOException when a folder cannot be read
   */
  static List<Path> of(List<Path> named) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> within = Files.walk(path)) {
          within.filter(PictureFiles::isPicture).sorted().forEach(files::add);
        }
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static boolean isPicture(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith)
        && !AnnotatedCopies.isCopy(name)
        && Files.isRegularFile(path);
  }
}
