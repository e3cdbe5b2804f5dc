package eu.passage.jobs.tolls.reconcile;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What is wrong with a file that a person named. */
final class KeyFiles {

  private KeyFiles() {}

  static String fault(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no file " + file;
    } else if (e instanceof AccessDeniedException) {
      return file + " must not be read by this user";
    }
    return String.valueOf(e.getMessage());
  }
}
