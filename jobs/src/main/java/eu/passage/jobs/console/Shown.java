package eu.passage.jobs.console;

/** Texts of others on a terminal. */
public final class Shown {

  private Shown() {}

  /** The text with every control character replaced: a terminal must not obey what came in. */
  public static String text(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
  }
}
