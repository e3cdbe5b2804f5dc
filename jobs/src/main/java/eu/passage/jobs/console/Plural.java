package eu.passage.jobs.console;

import java.util.Locale;

/** Numbers of things. */
public final class Plural {

  private Plural() {}

  /** {@code 1 rule}, {@code 3 rules}. */
  public static String of(long count, String thing) {
    return String.format(Locale.ROOT, "%d %s%s", count, thing, count == 1 ? "" : "s");
  }
}
