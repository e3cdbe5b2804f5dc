package eu.passage.jobs.console;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * Tells a person how far a command is: on a terminal one line that is written over in place,
 * elsewhere only what has been finished.
 */
public final class ProgressBar {

  private static final String CLEAR_LINE = "\r\u001b[2K";
  private static final int CELLS = 24;

  private final PrintWriter err;
  private final boolean isTerminal;

  /**
   * @param err standard error, so that standard output is the command's answer alone
   */
  public ProgressBar(PrintWriter err) {
    this(err, System.console() != null);
  }

  ProgressBar(PrintWriter err, boolean isTerminal) {
    this.err = err;
    this.isTerminal = isTerminal;
  }

  /**
   * Writes over the line.
   *
   * @param share of the work that is done, 0 to 1
   * @param text what is being done
   */
  public void show(double share, String text) {
    if (isTerminal) {
      double done = Math.min(1, Math.max(0, share));
      int full = (int) Math.round(done * CELLS);
      String bar = "█".repeat(full) + "░".repeat(CELLS - full);
      err.print(String.format(Locale.ROOT, "%s%s %3.0f %%  %s", CLEAR_LINE, bar, 100 * done, text));
      err.flush();
    }
  }

  /** So many steps of a part are done. */
  public void show(int done, int of, String part) {
    show(of == 0 ? 1 : (double) done / of, "%s %d/%d".formatted(part, done, of));
  }

  /** Says that a part is finished, on a line that stays. */
  public void finished(String text) {
    clear();
    err.println(text);
    err.flush();
  }

  /** Takes the line away: before anything else is printed, and at the end. */
  public void clear() {
    if (isTerminal) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
