package eu.passage.cep.watch;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchEvent;
import eu.passage.avro.WatchStep;
import eu.passage.schemas.ids.Ids;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps in the life of a watch entry, as they are told. One step of one version has one id,
 * whoever tells it and however often.
 */
public final class WatchEvents {

  private WatchEvents() {}

  /**
   * A version came and is taken.
   *
   * @param now when
   */
  public static WatchEvent came(WatchEntry entry, Instant now) {
    return switch (entry.getStatus()) {
      case PROPOSED -> of(entry, WatchStep.PROPOSED, now, entry.getRequester());
      case APPROVED -> of(entry, WatchStep.APPROVED, now, text(entry.getApprover()));
      case WITHDRAWN -> withdrawn(entry, now);
    };
  }

  /** It matches from here on. */
  public static WatchEvent active(WatchEntry entry) {
    return of(entry, WatchStep.ACTIVE, entry.getStartsAt(), "");
  }

  /** It matches no longer, or was never approved. */
  public static WatchEvent expired(WatchEntry entry) {
    return of(entry, WatchStep.EXPIRED, entry.getExpiresAt(), "");
  }

  /**
   * A version came and is not taken.
   *
   * @param faults all of them
   * @param now when
   */
  public static WatchEvent refused(WatchEntry entry, List<String> faults, Instant now) {
    String approver = text(entry.getApprover());
    WatchEvent event =
        of(entry, WatchStep.REFUSED, now, approver.isBlank() ? entry.getRequester() : approver);
    event.setFaults(List.copyOf(faults));
    return event;
  }

  /** The same for those who keep the system running. */
  public static DeadLetter deadLetter(WatchEntry entry, List<String> faults, Instant now) {
    String origin = "watch entry %s version %d".formatted(entry.getEntryId(), entry.getVersion());
    return DeadLetter.newBuilder()
        .setDeadLetterId(Ids.of("dead-letter", origin, DeadLetterReason.ENTRY_REFUSED.name()))
        .setReason(DeadLetterReason.ENTRY_REFUSED)
        .setMessage(String.join("\n", faults))
        .setStage("detection")
        .setAt(now)
        .setOrigin(origin)
        .build();
  }

  private static WatchEvent withdrawn(WatchEntry entry, Instant now) {
    String by = text(entry.getWithdrawnBy());
    if (entry.getCorrectedBy() == null) {
      return of(entry, WatchStep.WITHDRAWN, now, by);
    }
    WatchEvent event = of(entry, WatchStep.CORRECTED, now, by);
    event.setCorrectedBy(entry.getCorrectedBy());
    return event;
  }

  private static WatchEvent of(WatchEntry entry, WatchStep step, Instant at, String by) {
    return WatchEvent.newBuilder()
        .setEventId(
            Ids.of(
                "watch-event",
                entry.getEntryId(),
                Integer.toString(entry.getVersion()),
                step.name()))
        .setEntryId(entry.getEntryId())
        .setVersion(entry.getVersion())
        .setStep(step)
        .setAt(at)
        .setBy(by)
        .build();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
