package eu.passage.cep.watch;

import static eu.passage.cep.Samples.local;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.cep.Samples;
import eu.passage.cep.notices.Recipients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryFaultsTest {

  @Test
  void anEntryWithAllThatIsAskedHasNoFault() {
    assertThat(faults(approved -> {})).isEmpty();
    assertThat(
            faults(
                proposed -> {
                  proposed.setStatus(WatchStatus.PROPOSED);
                  proposed.setApprover(null);
                }))
        .isEmpty();
  }

  static Stream<Arguments> oneFault() {
    return Stream.of(
        one(e -> e.setEntryId(" "), "no entry id: every entry has one of its own for ever"),
        one(
            e -> e.setLegalBasis(" "),
            "no legal basis: nobody is watched without a law that allows it; write --basis"),
        one(
            e -> e.setPurpose(""),
            "no purpose: write --purpose judicial, administrative, operations, border-control or"
                + " customs"),
        one(
            e -> e.setPurpose("judical"),
            "'judical' is no purpose (did you mean 'judicial'?): write --purpose judicial,"
                + " administrative, operations, border-control or customs"),
        one(
            e -> e.setCaseNumber(""),
            "no case number: every entry belongs to a file; write --case"),
        one(
            e -> e.setRequester("\t"),
            "no requester: a service or function answers for the entry; write --requester"),
        one(e -> e.setOffence(""), "no offence: write --offence assassination, murder, rape,"),
        one(
            e -> e.setOffence("AGGRAVATED_THEFT"),
            "'AGGRAVATED_THEFT' is no offence (did you mean 'aggravated-theft'?): write --offence"),
        one(
            e -> e.setStartsAt(Instant.EPOCH),
            "no start: say from when on it matches; write --from"),
        one(e -> e.setExpiresAt(Instant.EPOCH), "no expiry: every entry ends; write --until"),
        one(
            e -> e.setExpiresAt(e.getStartsAt()),
            "no expiry after the start: it would end at 2026-02-28T23:00:00Z and begin at"
                + " 2026-02-28T23:00:00Z; write a later --until"),
        one(
            e -> e.setRecipients(List.of()),
            "no recipient: nobody would be told; write --notify police-be, ccpd-tournai,"
                + " transport-authority or operators"),
        one(
            e -> e.setRecipients(List.of("police-be", "police-bee")),
            "'police-bee' is no recipient (did you mean 'police-be'?): write --notify police-be,"),
        one(
            e -> e.setLanguages(List.of("fr", "lu")),
            "'lu' is no language: write --language en, fr, nl or de"),
        one(e -> e.setApprover(null), "no approver: a second person decides; write --approver"),
        one(e -> e.setApprover(" "), "no approver: a second person decides; write --approver"),
        one(
            e -> e.setApprover("Local  Investigation "),
            "the approver 'Local  Investigation ' is the requester: a second person decides; write"
                + " another --approver"),
        one(
            e -> e.setCountry(""),
            "no country: a plate is one country's; write --country, such as BE"),
        one(
            e -> e.setCountry("BEL"),
            "'BEL' is no country: write --country with the two letters of ISO 3166-1, such as BE"),
        one(
            e -> e.setPlate("1-abc-234"),
            "the plate '1-abc-234' is not in normal form: write --plate 1ABC234, upper-case letters"
                + " and digits"),
        one(
            e -> e.setPlate("1-ab?*"),
            "the plate '1-ab?*' is not in normal form: write --plate 1AB?*,"),
        one(
            e -> e.setPlate("1ABC234567890"),
            "the plate '1ABC234567890' has 13 characters: no plate has more than 12; write a shorter"
                + " --plate"),
        one(
            e -> e.setPlate("*1?B*"),
            "the wildcard '*1?B*' fixes too little: write at least 3 letters or digits in --plate"),
        one(
            e -> e.setToCountry("Belgium"),
            "'Belgium' is no country: write --to with the two letters of ISO 3166-1, such as BE"),
        one(
            e -> e.setFromTime("22:00"),
            "half of the hours is missing: write both --from-time and --until-time, or neither"),
        one(
            e -> e.setUntilTime("06:00"),
            "half of the hours is missing: write both --from-time and --until-time, or neither"),
        one(
            e -> hours(e, "24:00", "06:00"),
            "'24:00' is no time of day: write --from-time as 22:30"),
        one(
            e -> hours(e, "22:00", "6:00"),
            "'6:00' is no time of day: write --until-time as 22:30"),
        one(
            e -> hours(e, "22:00", "22:00"),
            "the hours end when they begin: write another --until-time than 22:00"),
        one(e -> e.setLookBackHours(-1), "the look-back of -1 hours is none: write 0 or more"));
  }

  private static Arguments one(Consumer<WatchEntry> change, String fault) {
    return Arguments.of(fault, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void oneFault(String fault, Consumer<WatchEntry> change) {
    assertThat(faults(change)).singleElement().asString().startsWith(fault);
  }

  @Test
  void everythingThatIsMissingIsToldAtOnce() {
    WatchEntry empty =
        WatchEntry.newBuilder()
            .setEntryId("")
            .setVersion(1)
            .setStatus(WatchStatus.APPROVED)
            .setPlate("")
            .setCountry("")
            .setOffence("")
            .setLegalBasis("")
            .setPurpose("")
            .setCaseNumber("")
            .setRequester("")
            .setStartsAt(Instant.EPOCH)
            .setExpiresAt(Instant.EPOCH)
            .setMadeAt(Instant.EPOCH)
            .setRecipients(List.of())
            .build();

    assertThat(EntryFaults.of(empty, Recipients.DEFAULT))
        .extracting(fault -> fault.substring(0, fault.indexOf(':')))
        .containsExactly(
            "no entry id",
            "no legal basis",
            "no purpose",
            "no case number",
            "no requester",
            "no offence",
            "no start",
            "no expiry",
            "no recipient",
            "no approver",
            "no plate",
            "no place and no hours");
  }

  @Test
  void oneThatIsWithdrawnIsNeverRefused() {
    assertThat(
            faults(
                e -> {
                  e.setStatus(WatchStatus.WITHDRAWN);
                  e.setLegalBasis("");
                  e.setExpiresAt(Instant.EPOCH);
                  e.setRecipients(new ArrayList<>());
                }))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1AB?2*", "ABC*", "*2?34", "1ABC23?"})
  void aWildcardNeedsNoCountry(String wildcard) {
    assertThat(
            faults(
                e -> {
                  e.setPlate(wildcard);
                  e.setCountry("");
                }))
        .isEmpty();
  }

  @Test
  void aPlateOfKosovoHasACountryToo() {
    assertThat(faults(e -> e.setCountry("XK"))).isEmpty();
  }

  @Test
  void hoursMayGoOverMidnight() {
    assertThat(faults(e -> hours(e, "22:00", "06:00"))).isEmpty();
  }

  @Test
  void twoTraitsAndAPlaceOrHoursDescribeAVehicle() {
    assertThat(described(e -> e.setZones(List.of("Estaimpuis")))).isEmpty();
    assertThat(described(e -> e.setToCountry("FR"))).isEmpty();
    assertThat(described(e -> hours(e, "22:00", "06:00"))).isEmpty();
    assertThat(
            described(
                e -> {
                  e.setColour(Colour.UNKNOWN);
                  e.setMake("Volvo");
                  e.setToCountry("FR");
                }))
        .isEmpty();
  }

  @Test
  void oneTraitDescribesNoVehicle() {
    assertThat(
            described(
                e -> {
                  e.setColour(Colour.UNKNOWN);
                  e.setMake(" ");
                  e.setToCountry("FR");
                }))
        .containsExactly(
            "no plate: write --plate, or describe the vehicle with at least two of --type, --colour"
                + " and --make");
  }

  @Test
  void aDescriptionOfEveryPlaceAndHourWouldFitEverybody() {
    assertThat(described(e -> e.setZones(List.of(" "))))
        .containsExactly(
            "no place and no hours: without a plate everybody would match; write --zone, --to, or"
                + " --from-time with --until-time");
  }

  private static List<String> described(Consumer<WatchEntry> change) {
    return faults(
        e -> {
          e.setPlate("");
          e.setCountry("");
          e.setType(VehicleType.VAN);
          e.setColour(Colour.WHITE);
          change.accept(e);
        });
  }

  private static void hours(WatchEntry entry, String from, String until) {
    entry.setFromTime(from);
    entry.setUntilTime(until);
  }

  private static List<String> faults(Consumer<WatchEntry> change) {
    WatchEntry entry = Samples.entry("W-1", "1ABC234", "2026-03-01T00:00", "2026-04-01T00:00");
    assertThat(entry.getStartsAt()).isEqualTo(local("2026-03-01T00:00"));
    change.accept(entry);
    return EntryFaults.of(entry, Recipients.DEFAULT);
  }
}
