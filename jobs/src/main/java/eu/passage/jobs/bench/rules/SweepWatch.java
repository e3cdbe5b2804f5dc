package eu.passage.jobs.bench.rules;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;

/**
 * How long the detection operator was held up by looking at all its subjects: seen from outside, by
 * where its thread is every few milliseconds, so that the operator pays nothing for being watched.
 */
final class SweepWatch implements AutoCloseable {

  private static final long LOOK_EVERY_MS = 10;

  /** Of Flink's keyed state backends. */
  private static final String ALL_SUBJECTS = "applyToAllKeys";

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long operator;
  private final Thread watcher = new Thread(this::watch, "sweep-watch");
  private volatile boolean closed;
  private volatile long longestNanos;

  private SweepWatch(long operator) {
    this.operator = operator;
    watcher.setDaemon(true);
  }

  /** Watches the job that runs. */
  static SweepWatch start() {
    SweepWatch watch = new SweepWatch(operator());
    watch.watcher.start();
    return watch;
  }

  /** The longest so far; zero where none was long enough to be seen. */
  Duration longest() {
    return Duration.ofNanos(longestNanos);
  }

  private void watch() {
    long since = 0;
    try {
      while (!closed) {
        long now = System.nanoTime();
        boolean was = since != 0;
        since = !sweeps() ? 0 : was ? since : now;
        if (since != 0) {
          longestNanos = Math.max(longestNanos, now - since);
        }
        Thread.sleep(LOOK_EVERY_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean sweeps() {
    ThreadInfo info = threads.getThreadInfo(operator, Integer.MAX_VALUE);
    return info != null
        && Arrays.stream(info.getStackTrace())
            .anyMatch(frame -> frame.getMethodName().equals(ALL_SUBJECTS));
  }

  private static long operator() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(info -> info != null && info.getThreadName().contains(Profile.OPERATOR))
        .mapToLong(ThreadInfo::getThreadId)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no thread of " + Profile.OPERATOR));
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    watcher.join();
  }
}
