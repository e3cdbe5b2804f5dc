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
  private volatile Sweep longest = Sweep.NONE;

  /**
   * What one sweep took.
   *
   * @param wall by the clock: so long nothing else was done
   * @param cpu of the operator's thread; on a machine that others use, or that collects garbage,
   *     much less
   */
  record Sweep(Duration wall, Duration cpu) {
    static final Sweep NONE = new Sweep(Duration.ZERO, Duration.ZERO);
  }

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

  /** The longest so far; nothing where none was long enough to be seen. */
  Sweep longest() {
    return longest;
  }

  private void watch() {
    boolean before = false;
    long wall = 0;
    long cpu = 0;
    try {
      while (!closed) {
        boolean now = sweeps();
        if (now && !before) {
          wall = System.nanoTime();
          cpu = threads.getThreadCpuTime(operator);
        } else if (now) {
          longest(System.nanoTime() - wall, threads.getThreadCpuTime(operator) - cpu);
        }
        before = now;
        Thread.sleep(LOOK_EVERY_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void longest(long wall, long cpu) {
    if (wall > longest.wall.toNanos()) {
      longest = new Sweep(Duration.ofNanos(wall), Duration.ofNanos(cpu));
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
