package eu.passage.jobs.cli;

import java.nio.file.Path;

/**
 * Where warnings go, so that standard output and the terminal stay the command's own. {@code
 * log4j2.xml} names the same property.
 */
public final class LogFile {

  private static final String PROPERTY = "passage.log";

  private LogFile() {}

  /** Settles the place; to be called before anything is logged. */
  static void choose() {
    if (System.getProperty(PROPERTY) == null) {
      String name = "passage-%s.log".formatted(System.getProperty("user.name"));
      System.setProperty(PROPERTY, Path.of(System.getProperty("java.io.tmpdir"), name).toString());
    }
  }

  /** The file; it may not exist, when nothing was worth a warning. */
  public static Path path() {
    choose();
    return Path.of(System.getProperty(PROPERTY));
  }
}
