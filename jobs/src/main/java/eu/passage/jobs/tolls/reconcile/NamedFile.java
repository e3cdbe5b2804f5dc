package eu.passage.jobs.tolls.reconcile;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What is wrong with a file that a person named. */
final class NamedFile {

  private NamedFile() {}

  /** Java's own message would be the name alone. */
  static String fault(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return "there is no file " + missing.getFile();
    } else if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + " must not be read by this user";
    }
    return String.valueOf(e.getMessage());
  }
}
