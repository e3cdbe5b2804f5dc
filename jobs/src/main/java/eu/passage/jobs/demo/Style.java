package eu.passage.jobs.demo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Colours for a terminal, or none. */
enum Style {
  PLAIN,
  COLOURED;

  /**
   * Colours on a terminal unless the environment sets {@code NO_COLOR} (no-color.org) or names a
   * dumb terminal.
   */
  static Style forTerminal(boolean isTerminal, Map<String, String> environment) {
    @Nullable String noColour = environment.get("NO_COLOR");
    boolean refused =
        (noColour != null && !noColour.isEmpty()) || "dumb".equals(environment.get("TERM"));
    return isTerminal && !refused ? COLOURED : PLAIN;
  }

  String bold(String text) {
    return sgr("1", text);
  }

  String faint(String text) {
    return sgr("2", text);
  }

  String red(String text) {
    return sgr("1;31", text);
  }

  String yellow(String text) {
    return sgr("33", text);
  }

  String green(String text) {
    return sgr("32", text);
  }

  String cyan(String text) {
    return sgr("36", text);
  }

  private String sgr(String code, String text) {
    return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
