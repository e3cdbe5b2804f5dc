package eu.passage.cep.toll;

import eu.passage.avro.CorrectionCause;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.TollEvent;
import eu.passage.schemas.ids.Ids;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Corrections that come from outside: of people who looked, and of a re-rating. Each has to correct
 * the last event of its passage, so that two never take the same event's place.
 */
public final class CorrectionRequest {

  private static final Set<CorrectionCause> CAUSES =
      EnumSet.of(CorrectionCause.REVIEW, CorrectionCause.TARIFF);

  /** What becomes of one. */
  public enum Outcome {
    TAKEN,
    /** It came before. */
    REPEATED,
    REFUSED_CAUSE,
    REFUSED_CORRECTED_MEANWHILE
  }

  private CorrectionRequest() {}

  /**
   * What becomes of one.
   *
   * @param standing where the passage is at hand, its last event; else what is known to have
   *     corrected the event that this one corrects, null where nothing is
   */
  public static Outcome judge(TollEvent correction, @Nullable String standing, boolean isAtHand) {
    if (correction.getEventId().equals(standing)) {
      return Outcome.REPEATED;
    }
    if (correction.getCorrects() == null || !CAUSES.contains(correction.getCause())) {
      return Outcome.REFUSED_CAUSE;
    }
    boolean free = isAtHand ? correction.getCorrects().equals(standing) : standing == null;
    return free ? Outcome.TAKEN : Outcome.REFUSED_CORRECTED_MEANWHILE;
  }

  /** Says why one is not taken. */
  public static DeadLetter letter(TollEvent correction, Outcome why, Instant now) {
    String origin = "toll correction " + correction.getEventId();
    String message =
        why == Outcome.REFUSED_CAUSE
            ? "it must name the event that it corrects and have the cause REVIEW or TARIFF; it has %s"
                .formatted(correction.getCause())
            : "event %s is not the last one of passage %s: look at it as it is now, and correct that"
                .formatted(correction.getCorrects(), correction.getPassageId());
    return DeadLetter.newBuilder()
        .setDeadLetterId(Ids.of("dead-letter", origin, why.name()))
        .setReason(DeadLetterReason.INVALID_FIELD)
        .setMessage(message)
        .setStage("tolls")
        .setAt(now)
        .setOrigin(origin)
        .build();
  }
}
