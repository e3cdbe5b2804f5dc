package eu.passage.jobs.evaluate;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * Tells a person how far the sets are: on a terminal a bar that moves in place, elsewhere one line
 * when a set is done.
 */
final class ProgressBar {

  private static final int CELLS = 30;
  private static final double NANOS = 1e9;

  private final PrintWriter out;
  private final boolean inPlace;
  private String set = "";
  private long begun;

  ProgressBar(PrintWriter out, boolean inPlace) {
    this.out = out;
    this.inPlace = inPlace;
  }

  /** A set begins. */
  void begin(String name) {
    set = name;
    begun = System.nanoTime();
    at(0, 1);
  }

  /** So many of its steps are done. */
  void at(int done, int of) {
    if (inPlace) {
      int full = of == 0 ? CELLS : CELLS * done / of;
      out.printf(
          "\r%-18s [%s%s] %d/%d ", set, "#".repeat(full), ".".repeat(CELLS - full), done, of);
      out.flush();
    }
  }

  /** The set is done. */
  void end() {
    double seconds = (System.nanoTime() - begun) / NANOS;
    String line = String.format(Locale.ROOT, "%-18s done in %.1f s", set, seconds);
    if (inPlace) {
      out.printf("\r%-" + (CELLS + 40) + "s%n", line);
    } else {
      out.println(line);
    }
    out.flush();
  }
}
