package eu.passage.cep.followup;

import java.io.Serializable;
import java.time.Duration;

/**
 * How alerts are followed up.
 *
 * @param foldWithin a vehicle that comes by the same camera again within this span gives no alert
 *     of its own
 * @param continueWithin a vehicle seen again within this span goes on from the alert before
 * @param escalateAfter an urgent alert that nobody acknowledged for so long, by the job's clock, is
 *     told again
 * @param keepOpen after so long, by the job's clock, an alert that nobody closed is closed
 * @param expectWithin a wanted vehicle that can be at a border within this span is expected there
 * @param arrivalSlack and no longer when it is not there so long after
 */
public record FollowUpSettings(
    Duration foldWithin,
    Duration continueWithin,
    Duration escalateAfter,
    Duration keepOpen,
    Duration expectWithin,
    Duration arrivalSlack)
    implements Serializable {

  public static final FollowUpSettings DEFAULT =
      new FollowUpSettings(
          Duration.ofMinutes(5),
          Duration.ofHours(2),
          Duration.ofMinutes(5),
          Duration.ofDays(15),
          Duration.ofMinutes(30),
          Duration.ofMinutes(15));

  /** Every span must be positive. */
  public FollowUpSettings {
    for (Duration span :
        new Duration[] {
          foldWithin, continueWithin, escalateAfter, keepOpen, expectWithin, arrivalSlack
        }) {
      if (span.isNegative() || span.isZero()) {
        throw new IllegalArgumentException("spans of the follow-up must be positive, not " + span);
      }
    }
  }
}
