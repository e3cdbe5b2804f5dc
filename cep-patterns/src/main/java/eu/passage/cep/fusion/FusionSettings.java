package eu.passage.cep.fusion;

import java.io.Serializable;
import java.time.Duration;

/**
 * How frames become passages. All spans are of event time (the cameras' clocks).
 *
 * @param minConfidence a fused plate below this is not readable: such a vehicle becomes no passage
 * @param minLength a fused text shorter than this is no plate; the shortest European series have
 *     four characters
 * @param settledFrames so many frames must read the fused text for a passage to be told at once
 * @param settledConfidence and the fused confidence must reach this
 * @param emitAfter a passage that is not settled waits this long after its first frame, then is
 *     told as it stands
 * @param gap a vehicle that no frame shows for this long is gone; the same plate after it is
 *     another passage
 * @param lateAfter a passage that the gateway received so long after it happened is marked late
 * @param tooLateAfter an observation that lies so far behind the watermark is refused: nothing it
 *     belongs to is kept any more
 * @param maxFrames so many frames of a vehicle take part in the vote, the rest are absorbed
 */
public record FusionSettings(
    double minConfidence,
    int minLength,
    int settledFrames,
    double settledConfidence,
    Duration emitAfter,
    Duration gap,
    Duration lateAfter,
    Duration tooLateAfter,
    int maxFrames)
    implements Serializable {

  /** What a road camera with a few frames a second needs. */
  public static final FusionSettings DEFAULT =
      new FusionSettings(
          0.5,
          4,
          2,
          0.97,
          Duration.ofMillis(1500),
          Duration.ofSeconds(5),
          Duration.ofMinutes(2),
          Duration.ofHours(48),
          16);

  public FusionSettings {
    if (minConfidence < 0 || minConfidence > 1 || settledConfidence > 1) {
      throw new IllegalArgumentException("confidences are probabilities, 0 to 1");
    }
    if (emitAfter.isNegative() || gap.isNegative() || gap.isZero()) {
      throw new IllegalArgumentException("emitAfter must be 0 or more and gap more than 0");
    }
    if (settledFrames < 1 || maxFrames < settledFrames) {
      throw new IllegalArgumentException(
          "settledFrames must be at least 1 and at most maxFrames (" + maxFrames + ")");
    }
  }
}
