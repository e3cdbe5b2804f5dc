package eu.passage.cep.toll.registry;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Spares a registry that failed too often in a row: for a while nobody asks it; then one may try,
 * and the others when that went well.
 */
final class Breaker {

  private enum State {
    CLOSED,
    OPEN,
    TRYING
  }

  private final int most;
  private final long openNanos;
  private final LongSupplier nanos;

  private State state = State.CLOSED;
  private int failures;
  private long openedAt;

  /**
   * @param most failures in a row
   * @param open how long nobody asks
   * @param nanos a clock that never goes back, such as {@link System#nanoTime}
   */
  Breaker(int most, Duration open, LongSupplier nanos) {
    this.most = most;
    this.openNanos = open.toNanos();
    this.nanos = nanos;
  }

  /** Whether one may ask; whoever may must tell how it went. */
  synchronized boolean permits() {
    if (state == State.OPEN && nanos.getAsLong() - openedAt >= openNanos) {
      state = State.TRYING;
      return true;
    }
    return state == State.CLOSED;
  }

  /**
   * It answered.
   *
   * @return whether it is asked again from now on
   */
  synchronized boolean succeeded() {
    boolean opened = state != State.CLOSED;
    state = State.CLOSED;
    failures = 0;
    return opened;
  }

  /**
   * It failed.
   *
   * @return whether it is spared from now on
   */
  synchronized boolean failed() {
    failures++;
    if (state == State.OPEN || (state == State.CLOSED && failures < most)) {
      return false; // what fails while it is spared was asked before
    }
    state = State.OPEN;
    openedAt = nanos.getAsLong();
    return true;
  }
}
