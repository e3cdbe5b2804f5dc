package eu.passage.cep.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.cep.followup.Offences;
import eu.passage.cep.language.Purposes;
import eu.passage.cep.notices.Recipient;
import eu.passage.cep.notices.Recipients;
import eu.passage.schemas.text.Suggestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * All that is missing or wrong in a watch entry, each as one sentence that names the field and says
 * what to write, with the option of {@code passage watch} that says it. What the fields must hold
 * is law as much as technique: domain.md tells where from.
 */
public final class EntryFaults {

  private EntryFaults() {}

  /**
   * The faults of an entry; none for one that may be proposed, or be in force where it is approved.
   * One that is withdrawn has none, whatever it lacks: nothing may keep an entry in force that
   * somebody took back.
   *
   * @param recipients whom entries may name
   */
  public static List<String> of(WatchEntry entry, Recipients recipients) {
    if (entry.getStatus() == WatchStatus.WITHDRAWN) {
      return List.of();
    }
    List<String> faults = new ArrayList<>();
    addFaultsOfReasons(entry, faults);
    addFaultsOfTime(entry.getStartsAt(), entry.getExpiresAt(), faults);
    addFaultsOfThoseTold(entry, recipients, faults);
    if (entry.getStatus() == WatchStatus.APPROVED) {
      addFaultsOfApproval(entry, faults);
    }
    VehicleFaults.addTo(faults, entry);
    return List.copyOf(faults);
  }

  private static void addFaultsOfReasons(WatchEntry entry, List<String> faults) {
    if (entry.getEntryId().isBlank()) {
      faults.add("no entry id: every entry has one of its own for ever");
    }
    if (entry.getLegalBasis().isBlank()) {
      faults.add("no legal basis: nobody is watched without a law that allows it; write --basis");
    }
    addFaultOfName("purpose", entry.getPurpose(), Purposes.ALL.keySet(), "--purpose", faults);
    if (entry.getCaseNumber().isBlank()) {
      faults.add("no case number: every entry belongs to a file; write --case");
    }
    if (entry.getRequester().isBlank()) {
      faults.add("no requester: a service or function answers for the entry; write --requester");
    }
    addFaultOfName("offence", entry.getOffence(), Offences.shipped().ids(), "--offence", faults);
  }

  private static void addFaultsOfTime(Instant start, Instant expiry, List<String> faults) {
    boolean starts = start.isAfter(Instant.EPOCH);
    if (!starts) {
      faults.add("no start: say from when on it matches; write --from");
    }
    if (!expiry.isAfter(Instant.EPOCH)) {
      faults.add("no expiry: every entry ends; write --until");
    } else if (starts && !expiry.isAfter(start)) {
      faults.add(
          "no expiry after the start: it would end at %s and begin at %s; write a later --until"
              .formatted(expiry, start));
    }
  }

  private static void addFaultsOfThoseTold(
      WatchEntry entry, Recipients recipients, List<String> faults) {
    List<String> known = recipients.all().stream().map(Recipient::id).toList();
    if (entry.getRecipients().isEmpty()) {
      faults.add("no recipient: nobody would be told; write --notify " + choice(known));
    }
    entry.getRecipients().forEach(id -> addFaultOfName("recipient", id, known, "--notify", faults));
    entry
        .getLanguages()
        .forEach(
            code -> addFaultOfName("language", code, Recipient.LANGUAGES, "--language", faults));
  }

  private static void addFaultsOfApproval(WatchEntry entry, List<String> faults) {
    String approver = entry.getApprover();
    if (approver == null || approver.isBlank()) {
      faults.add("no approver: a second person decides; write --approver");
    } else if (Persons.same(approver, entry.getRequester())) {
      faults.add(
          "the approver '%s' is the requester: a second person decides; write another --approver"
              .formatted(approver));
    }
  }

  private static void addFaultOfName(
      String what, String written, Collection<String> known, String option, List<String> faults) {
    if (written.isBlank()) {
      faults.add("no %s: write %s %s".formatted(what, option, choice(known)));
    } else if (!known.contains(written)) {
      faults.add(
          "'%s' is no %s%s: write %s %s"
              .formatted(written, what, Suggestion.of(written, known), option, choice(known)));
    }
  }

  /** {@code judicial, customs or operations}. */
  private static String choice(Collection<String> known) {
    List<String> names = List.copyOf(known);
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }
}
