package eu.passage.cep.flink;

import static eu.passage.cep.Samples.entry;
import static eu.passage.cep.Samples.local;
import static eu.passage.cep.Samples.passage;
import static eu.passage.cep.Samples.truck;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.Colour;
import eu.passage.avro.MatchTier;
import eu.passage.avro.Passage;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.cep.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries for plates with wildcards and for descriptions, which concern every vehicle. */
class WatchPatternTest {

  private static final String PLATE = "1ABC234";
  private static final String OTHER = "1AXC299";

  private DetectionHarness detection;

  @BeforeEach
  void open() throws Exception {
    detection = new DetectionHarness(Samples.SETTINGS, 3);
  }

  @AfterEach
  void close() throws Exception {
    detection.close();
  }

  @Test
  void aPlateWithWildcardsAloneNeedsASecondCamera() throws Exception {
    detection.watch(wildcard()).pass(seen("2026-03-10T10:00", PLATE, "EST-1"));
    assertThat(detection.alerts()).isEmpty();

    detection.pass(
        seen("2026-03-10T10:10", PLATE, "EST-1"), seen("2026-03-10T10:20", PLATE, "EST-2"));

    assertThat(detection.alerts())
        .singleElement()
        .returns(local("2026-03-10T10:20"), Alert::getAt)
        .returns(MatchTier.C, a -> a.getWatch().getTier())
        .returns(false, Alert::getLate);
  }

  @Test
  void theSameInWhateverOrderThePassagesArrive() throws Exception {
    detection
        .watch(wildcard())
        .pass(seen("2026-03-10T10:20", PLATE, "EST-2"), seen("2026-03-10T10:00", PLATE, "EST-1"));

    assertThat(detection.alerts())
        .extracting(Alert::getAt)
        .containsExactly(local("2026-03-10T10:20"));
  }

  @Test
  void aWitnessMayComeFromWhereTheEntryItselfDoesNotMatch() throws Exception {
    WatchEntry intoBelgium = wildcard();
    intoBelgium.setToCountry("BE");
    detection
        .watch(intoBelgium)
        .pass(
            seen("2026-03-10T10:20", PLATE, "EST-2"),
            passage("2026-03-10T10:00", PLATE, "BE>FR", "EST-1"));

    assertThat(detection.alerts())
        .extracting(Alert::getAt)
        .containsExactly(local("2026-03-10T10:20"));
  }

  @Test
  void withAColourThatAgreesOneCameraIsEnoughAndOneThatDiffersIsNoMatch() throws Exception {
    WatchEntry red = wildcard();
    red.setColour(Colour.RED);
    WatchEntry blue = wildcard();
    blue.setEntryId("W-2");
    blue.setColour(Colour.BLUE);
    detection
        .watch(red)
        .watch(blue)
        .pass(seen("2026-03-10T10:00", PLATE, "EST-1"), seen("2026-03-10T10:20", PLATE, "EST-2"));

    assertThat(detection.alerts())
        .extracting(a -> a.getWatch().getEntryId())
        .containsExactly("W-1", "W-1");
  }

  @Test
  void aDescriptionMatchesWhatAgreesInItsZoneItsDirectionAndItsHours() throws Exception {
    WatchEntry truck = description();
    truck.setZones(new ArrayList<>(List.of("border")));
    truck.setToCountry("BE");
    truck.setFromTime("22:00");
    truck.setUntilTime("05:00");
    Passage inTown = truck("2026-03-10T23:30", "1TRK004", "FR>BE", "EST-1");
    inTown.setZone("town");
    detection
        .watch(truck)
        .pass(
            truck("2026-03-10T23:00", "1TRK001", "FR>BE", "EST-1"),
            truck("2026-03-10T23:10", "1TRK002", "BE>FR", "EST-1"),
            truck("2026-03-10T21:59", "1TRK003", "FR>BE", "EST-1"),
            inTown,
            passage("2026-03-10T23:40", "1CAR005", "FR>BE", "EST-1"),
            truck("2026-03-11T04:59", "1TRK006", "FR>BE", "EST-1"),
            truck("2026-03-11T05:00", "1TRK007", "FR>BE", "EST-1"));

    assertThat(detection.alerts())
        .extracting(Alert::getPlate)
        .containsExactly("1TRK001", "1TRK006");
  }

  @Test
  void aDescriptionOfWhatNobodyCouldTellIsSilent() throws Exception {
    Passage dark = truck("2026-03-10T23:00", "1TRK001", "FR>BE", "EST-1");
    dark.getColour().setConfidence(0.3f);
    detection.watch(description()).pass(dark);

    assertThat(detection.alerts()).isEmpty();
  }

  @Test
  void anEntryThatSaysNothingAtAllMatchesNobody() throws Exception {
    WatchEntry nothing = entry("W-1", "", "2026-03-01T00:00", "2026-04-01T00:00");
    nothing.setCountry("");
    WatchEntry nonsense = description();
    nonsense.setEntryId("W-2");
    nonsense.setFromTime("late");
    detection
        .watch(nothing)
        .watch(nonsense)
        .pass(truck("2026-03-10T23:00", "1TRK001", "FR>BE", "EST-1"));

    assertThat(detection.alerts()).isEmpty();
  }

  @Test
  void aPatternLooksBackOverAllVehiclesAndReportsThemAsEarlier() throws Exception {
    WatchEntry red = wildcard();
    red.setColour(Colour.RED);
    detection
        .pass(
            seen("2026-03-10T07:59", "1ADC200", "EST-1"),
            seen("2026-03-10T08:30", PLATE, "EST-1"),
            seen("2026-03-10T09:30", OTHER, "EST-1"),
            seen("2026-03-10T09:30", "2XYZ111", "EST-2"))
        .until("2026-03-10T10:00")
        .watch(red)
        .until("2026-03-10T10:01");

    assertThat(detection.alerts())
        .extracting(Alert::getPlate)
        .containsExactlyInAnyOrder(PLATE, OTHER);
    assertThat(detection.alerts()).extracting(Alert::getLate).containsOnly(true);
    assertThat(detection.alerts().get(0).getPassages().get(0).getEvidence()).isNotEmpty();
  }

  @Test
  void whatAPatternFoundLookingBackIsPartOfTheSavepoint() throws Exception {
    WatchEntry red = wildcard();
    red.setColour(Colour.RED);
    detection
        .pass(seen("2026-03-10T09:30", PLATE, "EST-1"))
        .until("2026-03-10T10:00")
        .watch(red)
        .restart(2)
        .watch(red)
        .until("2026-03-10T10:05");

    assertThat(detection.alerts()).hasSize(1);
  }

  @Test
  void aPatternThatIsNotActiveYetReportsNothingBeforeItIs() throws Exception {
    WatchEntry red = entry("W-1", "1A?C2*", "2026-03-10T12:00", "2026-04-01T00:00");
    red.setColour(Colour.RED);
    detection
        .until("2026-03-10T10:30")
        .watch(red)
        .pass(seen("2026-03-10T11:00", PLATE, "EST-1"))
        .until("2026-03-10T11:59")
        .restart(2);
    assertThat(detection.alerts()).isEmpty();

    detection.until("2026-03-10T12:00").pass(seen("2026-03-10T12:00", OTHER, "EST-1"));

    assertThat(detection.alerts())
        .extracting(a -> a.getPlate() + " " + a.getLate())
        .containsExactly(PLATE + " true", OTHER + " false");
  }

  @Test
  void aNewVersionTellsOfAPassageOnlyOnce() throws Exception {
    WatchEntry second = description();
    second.setVersion(2);
    detection
        .watch(description())
        .pass(truck("2026-03-10T10:00", "1TRK001", "FR>BE", "EST-1"))
        .watch(second)
        .until("2026-03-10T10:01")
        .pass(truck("2026-03-10T10:05", "1TRK002", "FR>BE", "EST-1"));

    assertThat(detection.alerts())
        .extracting(a -> a.getPlate() + " " + a.getWatch().getVersion())
        .containsExactly("1TRK001 1", "1TRK002 2");
  }

  @Test
  void aWithdrawnPatternMatchesNoMore() throws Exception {
    WatchEntry withdrawn = description();
    withdrawn.setVersion(2);
    withdrawn.setStatus(WatchStatus.WITHDRAWN);
    detection
        .watch(description())
        .watch(withdrawn)
        .pass(truck("2026-03-10T10:00", "1TRK001", "FR>BE", "EST-1"))
        .until("2026-03-10T10:01");

    assertThat(detection.alerts()).isEmpty();
  }

  @Test
  void aPatternWithFaultsNeverMatchesAndLeavesTheVersionBeforeInForce() throws Exception {
    WatchEntry toNobody = description();
    toNobody.setVersion(2);
    toNobody.setRecipients(List.of("nobody-knows-them"));
    WatchEntry another = description();
    another.setEntryId("W-2");
    another.setOffence("");
    detection
        .watch(description())
        .watch(toNobody)
        .watch(another)
        .pass(truck("2026-03-10T10:00", "1TRK001", "FR>BE", "EST-1"));

    assertThat(detection.alerts())
        .extracting(a -> a.getWatch().getEntryId() + " " + a.getWatch().getVersion())
        .containsExactly("W-1 1");
  }

  @Test
  void patternsAndEntriesAreStillThereAfterARestartWithOtherSubtasks() throws Exception {
    WatchEntry exact = entry("W-2", "1TRK001", "2026-03-01T00:00", "2026-04-01T00:00");
    detection
        .watch(description())
        .watch(exact)
        .restart(5)
        .restart(2)
        .pass(truck("2026-03-10T10:00", "1TRK001", "FR>BE", "EST-1"));

    assertThat(detection.alerts())
        .extracting(a -> a.getWatch().getEntryId())
        .containsExactlyInAnyOrder("W-1", "W-2");
  }

  @Test
  void anExpiredPatternLeavesTheState() throws Exception {
    detection.watch(description()).until("2026-03-31T23:59");
    assertThat(detection.patterns()).isEqualTo(3);

    detection.until("2026-04-01T00:00");

    assertThat(detection.patterns()).isZero();
    assertThat(detection.stateEntries()).isZero();
    assertThat(detection.timers()).isZero();
  }

  private static WatchEntry wildcard() {
    return entry("W-1", "1A?C2*", "2026-03-01T00:00", "2026-04-01T00:00");
  }

  /** A red truck; Samples' vehicles are red. */
  private static WatchEntry description() {
    WatchEntry entry = entry("W-1", "", "2026-03-01T00:00", "2026-04-01T00:00");
    entry.setCountry("");
    entry.setType(VehicleType.TRUCK);
    entry.setColour(Colour.RED);
    entry.setZones(List.of("border"));
    return entry;
  }

  private static Passage seen(String at, String plate, String camera) {
    return passage(at, plate, "FR>BE", camera);
  }
}
