package eu.passage.jobs.console;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How long a command goes on that waits for what comes: until Ctrl-C, or for a time. Ctrl-C lets it
 * finish what it is at; the process then ends with exit status 130.
 */
public final class Stay implements AutoCloseable {

  private static final Duration LONGEST_END = Duration.ofSeconds(30);

  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Optional<Duration> lasts;
  private final long begun = System.nanoTime();
  private final Thread onCtrlC = new Thread(this::endEarly, "end-stay");

  private Stay(Optional<Duration> lasts) {
    this.lasts = lasts;
  }

  /**
   * Begins now.
   *
   * @param lasts empty: until Ctrl-C alone
   */
  public static Stay begin(Optional<Duration> lasts) {
    Stay stay = new Stay(lasts);
    Runtime.getRuntime().addShutdownHook(stay.onCtrlC);
    return stay;
  }

  /** Whether to go on. */
  public boolean goesOn() {
    return pause(Duration.ZERO);
  }

  /**
   * Waits, or less long where it is over before.
   *
   * @return whether to go on
   */
  public boolean pause(Duration span) {
    Duration left = left();
    boolean inTime = span.compareTo(left) < 0;
    try {
      return !over.await((inTime ? span : left).toNanos(), TimeUnit.NANOSECONDS) && inTime;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends it: by any thread. */
  public void stop() {
    over.countDown();
  }

  /** The command is done with what it was at. */
  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(onCtrlC);
    } catch (IllegalStateException e) {
      // the process is ending, and the hook is what waited for this
    }
  }

  private Duration left() {
    return lasts.map(span -> span.minusNanos(System.nanoTime() - begun)).orElse(Duration.ofDays(1));
  }

  /** Runs while the process ends. */
  private void endEarly() {
    stop();
    try {
      finished.await(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
