package eu.passage.jobs.bench.rules;

import java.util.function.ObjDoubleConsumer;

/** How much is done of what is to be done, each job that runs counted as one. */
final class Steps {

  private final ObjDoubleConsumer<String> shown;
  private int all;
  private int done;

  /**
   * @param shown told what is being done and which share of all was done before, 0 to 1
   */
  Steps(ObjDoubleConsumer<String> shown) {
    this.shown = shown;
  }

  /** What comes before it is known how much is to be done. */
  void prepare(String what) {
    shown.accept(what, 0);
  }

  /** So many more are to be done. */
  void expect(int steps) {
    all += steps;
  }

  /** One of those expected begins; those before it are done. */
  void begin(String what) {
    shown.accept(what, (double) done / all);
    done++;
  }

  /** One of those expected is not needed. */
  void skip() {
    done++;
  }
}
