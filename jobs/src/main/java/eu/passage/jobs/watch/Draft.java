package eu.passage.jobs.watch;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.cep.notices.Recipients;
import eu.passage.cep.watch.EntryFaults;
import eu.passage.cep.watch.EntryPlates;
import eu.passage.schemas.text.Suggestion;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry as somebody wants to propose it.
 *
 * @param faults all that is missing or wrong; where there are any, the entry is of no use
 */
record Draft(WatchEntry entry, List<String> faults) {

  /** Keeps what is wrong in how a moment is written from being told a second time as missing. */
  private static final Duration SOME_SPAN = Duration.ofDays(1);

  Draft {
    faults = List.copyOf(faults);
  }

  /** From what was typed. */
  static Draft of(EntryOptions options, Recipients recipients, Instant now) {
    List<String> faults = new ArrayList<>();
    WatchEntry entry = typed(options, now, faults);
    faults.addAll(EntryFaults.of(entry, recipients));
    return new Draft(entry, faults);
  }

  /** What was typed as far as it can be understood, and what cannot; what is missing stays so. */
  static WatchEntry typed(EntryOptions options, Instant now, List<String> faults) {
    Instant moment = now.truncatedTo(ChronoUnit.MILLIS);
    Instant start = moment(options.from, "--from", moment, moment, faults);
    Instant expiry = moment(options.until, "--until", start, Instant.EPOCH, faults);
    if (expiry.isAfter(start) && !expiry.isAfter(moment)) {
      faults.add("the expiry %s is over already: write a later --until".formatted(expiry));
    }
    return WatchEntry.newBuilder()
        .setEntryId(EntryIds.next())
        .setVersion(1)
        .setStatus(WatchStatus.PROPOSED)
        .setPlate(EntryPlates.normalise(options.plate))
        .setCountry(country(options.country))
        .setType(named(options.type, VehicleType.UNKNOWN, "type", "--type", faults))
        .setColour(named(options.colour, Colour.UNKNOWN, "colour", "--colour", faults))
        .setMake(said(options.make))
        .setZones(texts(options.zones))
        .setToCountry(said(country(options.to)))
        .setFromTime(said(options.fromTime))
        .setUntilTime(said(options.untilTime))
        .setAction(action(options.action, faults))
        .setOffence(options.offence.strip())
        .setLegalBasis(options.basis.strip())
        .setPurpose(options.purpose.strip())
        .setCaseNumber(options.caseNumber.strip())
        .setRequester(options.requester.strip())
        .setStartsAt(start)
        .setExpiresAt(expiry)
        .setMadeAt(moment)
        .setRecipients(texts(options.recipients))
        .setLanguages(texts(options.languages))
        .build();
  }

  private static Instant moment(
      String text, String option, Instant since, Instant missing, List<String> faults) {
    if (text.isBlank()) {
      return missing;
    }
    Optional<Instant> moment = Moments.parse(text, since);
    if (moment.isEmpty()) {
      faults.add("'%s' is no moment: write %s as %s".formatted(text, option, Moments.EXAMPLES));
    }
    return moment.orElse(since.plus(SOME_SPAN));
  }

  private static WatchAction action(String text, List<String> faults) {
    if (text.isBlank()) {
      faults.add("no action: say what the officer does; write --action stop, observe or discreet");
      return WatchAction.DISCREET;
    }
    return named(text, WatchAction.DISCREET, "action", "--action", faults);
  }

  /** One of a few words, in any case. */
  static <E extends Enum<E>> E named(
      String text, E missing, String what, String option, List<String> faults) {
    if (text.isBlank()) {
      return missing;
    }
    List<E> all = Arrays.asList(missing.getDeclaringClass().getEnumConstants());
    Optional<E> found =
        all.stream().filter(one -> one.name().equalsIgnoreCase(text.strip())).findFirst();
    if (found.isEmpty()) {
      List<String> names =
          all.stream()
              .map(one -> one.name().toLowerCase(Locale.ROOT))
              .filter(name -> !name.equals("unknown"))
              .toList();
      faults.add(
          "'%s' is no %s%s: write %s as one of %s"
              .formatted(text, what, Suggestion.of(text, names), option, String.join(", ", names)));
    }
    return found.orElse(missing);
  }

  private static String country(String text) {
    return text.strip().toUpperCase(Locale.ROOT);
  }

  private static List<String> texts(List<String> written) {
    return written.stream().map(String::strip).distinct().toList();
  }

  private static @Nullable String said(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
