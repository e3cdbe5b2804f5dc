package eu.passage.cep.history;

import java.io.Serializable;
import java.time.Duration;

/**
 * What is kept of a vehicle's past.
 *
 * @param retention passages older than this (event time) are forgotten; at least the longest window
 *     of any rule, and more so that passages that come late still find their companions
 * @param maxPassages so many passages of one vehicle are kept, the oldest are forgotten first
 */
public record HistorySettings(Duration retention, int maxPassages) implements Serializable {

  /** The shipped rules look back 24 hours; as much again for reads that a link cut held back. */
  public static final HistorySettings DEFAULT = new HistorySettings(Duration.ofHours(48), 256);

  public HistorySettings {
    if (retention.isNegative() || retention.isZero() || maxPassages < 1) {
      throw new IllegalArgumentException("retention and maxPassages must be positive");
    }
  }
}
