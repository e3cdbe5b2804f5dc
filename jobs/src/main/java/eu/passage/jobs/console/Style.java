package eu.passage.jobs.console;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Colours for a terminal, or none. */
public enum Style {
  PLAIN,
  COLOURED;

  /**
   * Colours on a terminal unless the environment sets {@code NO_COLOR} (no-color.org) or names a
   * dumb terminal.
   */
  public static Style forTerminal(boolean isTerminal, Map<String, String> environment) {
    @Nullable String noColour = environment.get("NO_COLOR");
    boolean refused =
        (noColour != null && !noColour.isEmpty()) || "dumb".equals(environment.get("TERM"));
    return isTerminal && !refused ? COLOURED : PLAIN;
  }

  /** For what this process prints. */
  public static Style ofThisTerminal() {
    return forTerminal(System.console() != null, System.getenv());
  }

  public String bold(String text) {
    return sgr("1", text);
  }

  public String faint(String text) {
    return sgr("2", text);
  }

  public String red(String text) {
    return sgr("1;31", text);
  }

  public String yellow(String text) {
    return sgr("33", text);
  }

  public String green(String text) {
    return sgr("32", text);
  }

  public String cyan(String text) {
    return sgr("36", text);
  }

  private String sgr(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
