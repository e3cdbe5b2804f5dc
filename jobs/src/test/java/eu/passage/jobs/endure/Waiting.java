package eu.passage.jobs.endure;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Until something can be seen, with a bound. */
final class Waiting {

  private static final Duration BOUND = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private Waiting() {}

  /**
   * Comes back when it is so.
   *
   * @param what for whoever reads that it did not come
   * @param seen says how far it is; for the same
   * @return how long that took
   * @throws AssertionError after the bound, or when it cannot be asked any more
   */
  static Duration until(String what, Callable<Boolean> isSo, Callable<?> seen) throws Exception {
    long begun = System.nanoTime();
    while (!isSo.call()) {
      if (System.nanoTime() - begun > BOUND.toNanos()) {
        throw new AssertionError(
            "%s: still waiting after %s; seen %s".formatted(what, BOUND, seen.call()));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
