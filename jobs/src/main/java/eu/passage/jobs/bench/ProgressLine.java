package eu.passage.jobs.bench;

import java.io.PrintWriter;
import java.util.Locale;

/** One line at the bottom of a terminal, rewritten in place; nothing where there is no terminal. */
final class ProgressLine {

  private static final String CLEAR_LINE = "\r\u001b[2K";
  private static final int WIDTH = 24;

  private final PrintWriter err;
  private final boolean isTerminal;

  ProgressLine(PrintWriter err) {
    this.err = err;
    isTerminal = System.console() != null;
  }

  void show(double share, String text) {
    if (isTerminal) {
      int full = (int) Math.round(Math.min(1, share) * WIDTH);
      String bar = "█".repeat(full) + "░".repeat(WIDTH - full);
      err.print(
          String.format(Locale.ROOT, "%s%s %3.0f %%  %s", CLEAR_LINE, bar, 100 * share, text));
      err.flush();
    }
  }

  void done() {
    if (isTerminal) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
