package eu.passage.cep.history;

import java.io.Serializable;
import java.time.Duration;

/**
 * What is kept of a vehicle's past.
 *
 * @param retention passages older than this (event time) are forgotten; no rule may look back
 *     further
 * @param maxPassages so many passages of one vehicle are kept, the oldest are forgotten first
 * @param habits for so long it is kept on which days and in which hours a vehicle was seen: what
 *     {@code commuter} and the like may ask for
 */
public record HistorySettings(Duration retention, int maxPassages, Duration habits)
    implements Serializable {

  /**
   * The shipped rules look back 24 hours; as much again for reads that a link cut held back. A bus
   * that passes 200 times a day has 400 passages in that time. Four weeks tell a habit.
   */
  public static final HistorySettings DEFAULT =
      new HistorySettings(Duration.ofHours(48), 512, Duration.ofDays(28));

  public HistorySettings {
    if (retention.isNegative() || retention.isZero() || maxPassages < 1) {
      throw new IllegalArgumentException("retention and maxPassages must be positive");
    }
    if (habits.compareTo(retention) < 0) {
      throw new IllegalArgumentException("habits must be kept for at least the retention");
    }
  }
}
