package eu.passage.cep.toll.registry;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/** Warnings, one a minute: a registry that is down must not fill the disk. */
final class QuietLog {

  private static final long BETWEEN = Duration.ofMinutes(1).toNanos();

  private final Logger log;
  private final LongSupplier nanos;
  private boolean told;
  private long toldAt;
  private long leftOut;

  QuietLog(Logger log, LongSupplier nanos) {
    this.log = log;
    this.nanos = nanos;
  }

  synchronized void warn(String what) {
    long now = nanos.getAsLong();
    if (told && now - toldAt < BETWEEN) {
      leftOut++;
      return;
    }
    log.warn("{}{}", what, leftOut == 0 ? "" : " (and %d warnings before it)".formatted(leftOut));
    told = true;
    toldAt = now;
    leftOut = 0;
  }
}
