package eu.passage.jobs.bench.rules;

import eu.passage.jobs.console.ProgressBar;

/** How much is done of what is to be done, each job that runs counted as one. */
final class Steps {

  private final ProgressBar bar;
  private int all;
  private int done;

  Steps(ProgressBar bar) {
    this.bar = bar;
  }

  /** So many more are to be done. */
  void expect(int steps) {
    all += steps;
  }

  /** One begins: those before it are done. */
  void begin(String what) {
    bar.show((double) done / Math.max(1, all), what);
    done++;
  }

  /** One that was expected is not needed. */
  void skip() {
    done++;
  }
}
