package eu.passage.cep.audit;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.Deed;
import eu.passage.avro.Notice;
import eu.passage.avro.Outcome;
import eu.passage.avro.WatchReference;
import eu.passage.schemas.audit.AuditEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * Notices and actions as the audit tells them: which alert, to whom or by whom, and on what basis.
 * Never what a notice said: the audit is read by others than the notice.
 */
public final class Disclosures {

  /** Who discloses: the detection job. */
  public static final String ACTOR = "detection";

  private Disclosures() {}

  /** A recipient is told something. */
  public static AuditEntry of(Notice notice, Instant now) {
    return new AuditEntry(
        now,
        ACTOR,
        Deed.DISCLOSED,
        notice.getAlertId(),
        notice.getPurpose(),
        notice.getCaseNumber(),
        notice.getLegalBasis(),
        notice.getRecipient(),
        "notice %s of kind %s%s".formatted(notice.getNoticeId(), notice.getKind(), about(notice)));
  }

  /** Somebody did something with an alert; empty where time or an entry did. */
  public static Optional<AuditEntry> of(AlertUpdate update, Instant now) {
    if (update.getBy().isBlank()) {
      return Optional.empty();
    }
    String outcome = update.getOutcome() == Outcome.OPEN ? "" : " as " + update.getOutcome();
    return Optional.of(
        new AuditEntry(
            now,
            update.getBy(),
            Deed.ACTED,
            update.getAlertId(),
            update.getPurpose(),
            update.getCaseNumber(),
            "",
            "",
            "%s%s at %s by update %s"
                .formatted(update.getState(), outcome, update.getAt(), update.getUpdateId())));
  }

  private static String about(Notice notice) {
    Alert alert = notice.getAlert();
    AlertUpdate update = notice.getUpdate();
    if (alert != null) {
      return " " + reason(alert);
    } else if (update == null) {
      return "";
    }
    String entry = update.getEntryId().isEmpty() ? "" : " for entry " + update.getEntryId();
    return ", " + update.getState() + entry;
  }

  private static String reason(Alert alert) {
    WatchReference watch = alert.getWatch();
    return watch == null
        ? "for rule %s version %d".formatted(alert.getRuleId(), alert.getRuleVersion())
        : "for entry %s version %d".formatted(watch.getEntryId(), watch.getVersion());
  }
}
