package eu.passage.jobs.kafka;

import eu.passage.schemas.wire.WireException;
import eu.passage.schemas.wire.WireException.Reason;
import java.time.Duration;

/**
 * Waits for a registry that does not answer. A short outage holds a job up; a longer one fails it,
 * so that Flink restarts it from its checkpoint until the registry is back. No record is dropped.
 */
final class RegistryPatience {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final int ATTEMPTS = 7;

  private RegistryPatience() {}

  /** Something that may ask the registry. */
  @FunctionalInterface
  interface Call<T> {
    T run() throws WireException;
  }

  /**
   * The call's result, tried again after 0.1, 0.2, … 3.2 seconds while the registry is unreachable.
   *
   * @throws WireException of the last attempt, or at once for any other reason
   */
  static <T> T ask(Call<T> call) throws WireException {
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        return call.run();
      } catch (WireException e) {
        if (e.reason() != Reason.REGISTRY_UNREACHABLE || attempt == ATTEMPTS) {
          throw e;
        }
        pause(pause, e);
        pause = pause.multipliedBy(2);
      }
    }
  }

  private static void pause(Duration pause, WireException unreachable) throws WireException {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable;
    }
  }
}
