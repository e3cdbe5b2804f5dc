package eu.passage.jobs.endure;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Until something can be seen, for as long as there is progress. */
final class Waiting {

  private static final Duration BOUND = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private Waiting() {}

  /**
   * Comes back when it is so.
   *
   * @param what for whoever reads that it did not come
   * @param seen says how far it is
   * @throws AssertionError when that did not change for three minutes
   */
  static void until(String what, Callable<Boolean> isSo, Callable<?> seen) throws Exception {
    String last = "";
    long changed = System.nanoTime();
    while (!isSo.call()) {
      String now = String.valueOf(seen.call());
      if (!now.equals(last)) {
        last = now;
        changed = System.nanoTime();
      } else if (System.nanoTime() - changed > BOUND.toNanos()) {
        throw new AssertionError("%s: nothing happens for %s; seen %s".formatted(what, BOUND, now));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }
}
