package eu.passage.jobs.watch;

import eu.passage.avro.Deed;
import eu.passage.avro.WatchEntry;
import eu.passage.jobs.audit.AuditLog;
import eu.passage.jobs.config.PassageConfig;
import java.util.List;
import java.util.Optional;

/** What is done to watch entries, as the audit has it; written before it is done. */
final class WatchAudit {

  private WatchAudit() {}

  /**
   * Versions that are about to be written.
   *
   * @throws eu.passage.jobs.kafka.NoAnswerException when the audit cannot be written: then nothing
   *     may be done
   */
  static void record(PassageConfig config, List<WatchEntry> versions) {
    for (WatchEntry version : versions) {
      try (AuditLog audit = AuditLog.open(config, actor(version))) {
        audit.record(
            deed(version),
            version.getEntryId() + " version " + version.getVersion(),
            version.getPurpose(),
            version.getCaseNumber(),
            version.getLegalBasis(),
            note(version));
      }
    }
  }

  /**
   * A making of a list that is about to be written.
   *
   * @param common what all its entries say
   */
  static void imported(PassageConfig config, WatchEntry common, String list, String note) {
    try (AuditLog audit = AuditLog.open(config, common.getRequester())) {
      audit.record(
          Deed.IMPORTED,
          "list " + list,
          common.getPurpose(),
          common.getCaseNumber(),
          common.getLegalBasis(),
          note);
    }
  }

  private static Deed deed(WatchEntry version) {
    return switch (version.getStatus()) {
      case PROPOSED -> Deed.PROPOSED;
      case APPROVED -> Deed.APPROVED;
      case WITHDRAWN -> version.getCorrectedBy() == null ? Deed.WITHDRAWN : Deed.CORRECTED;
    };
  }

  private static String actor(WatchEntry version) {
    String actor =
        switch (version.getStatus()) {
          case PROPOSED -> version.getRequester();
          case APPROVED -> version.getApprover();
          case WITHDRAWN -> version.getWithdrawnBy();
        };
    return Optional.ofNullable(actor).orElse(version.getRequester());
  }

  private static String note(WatchEntry version) {
    return Optional.ofNullable(version.getCorrectedBy())
        .map(other -> "corrected by " + other)
        .or(() -> Optional.ofNullable(version.getCorrects()).map(other -> "corrects " + other))
        .or(() -> Optional.ofNullable(version.getWithdrawnBecause()))
        .orElse("");
  }
}
