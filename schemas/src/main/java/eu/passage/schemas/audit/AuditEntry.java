package eu.passage.schemas.audit;

import eu.passage.avro.Deed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who did what and why, before it has its place in a chain; the fields are those of {@code
 * AuditRecord}.
 *
 * @param at UTC; cut to milliseconds, as the record keeps it
 * @param actor a service or function
 * @param subject what it was done to: an entry, alert, list, or the question of a search
 * @param purpose the purpose it served
 * @param caseNumber the file it belongs to; empty where the deed has none
 * @param basis the article or decision behind it; empty where none was needed
 * @param recipient to whom something was disclosed; empty for other deeds
 * @param note what else a reader of the log must know
 */
public record AuditEntry(
    Instant at,
    String actor,
    Deed deed,
    String subject,
    String purpose,
    String caseNumber,
    String basis,
    String recipient,
    String note) {

  /** Somebody must have done it, and it must have been done to something. */
  public AuditEntry {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    if (actor.isBlank() || subject.isBlank()) {
      throw new IllegalArgumentException(
          "an audit entry needs an actor and a subject, not '%s' and '%s'"
              .formatted(actor, subject));
    }
  }
}
