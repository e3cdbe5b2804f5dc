package eu.passage.cep.flink;

import static eu.passage.cep.Samples.entry;
import static eu.passage.cep.Samples.local;
import static eu.passage.cep.Samples.passage;
import static eu.passage.cep.Samples.plate;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.Colour;
import eu.passage.avro.MatchTier;
import eu.passage.avro.Passage;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.Samples;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plate that may be another one finds the other one's watch entries, wherever they are kept. */
class DoubtfulPlateTest {

  private static final String LISTED = "1ABC238";
  private static final String READ = "1ABC233";

  private DetectionHarness detection;

  @BeforeEach
  void open() throws Exception {
    detection = new DetectionHarness(Samples.SETTINGS, 4);
  }

  @AfterEach
  void close() throws Exception {
    detection.close();
  }

  @Test
  void aMisreadThatTheReaderDoubtedIsToldAsThePassageThatItIs() throws Exception {
    detection.watch(red()).pass(doubtful("2026-03-10T10:00", "EST-1"));

    assertThat(detection.alerts())
        .singleElement()
        .returns(READ, Alert::getPlate)
        .returns("BE:1A8C233", Alert::getVehicleKey)
        .returns(MatchTier.C, a -> a.getWatch().getTier())
        .returns(LISTED, a -> a.getWatch().getPlate());
  }

  @Test
  void anotherColourIsSilentUntilASecondCameraReadThePlateAsListed() throws Exception {
    WatchEntry blue = red();
    blue.setColour(Colour.BLUE);
    detection.watch(blue).pass(doubtful("2026-03-10T10:00", "EST-1"));
    assertThat(detection.alerts()).isEmpty();

    detection.pass(
        passage("2026-03-10T10:20", LISTED, "BE>FR", "EST-2"),
        doubtful("2026-03-10T10:40", "EST-1"));

    assertThat(detection.alerts())
        .extracting(a -> a.getWatch().getTier() + " " + a.getLate() + " " + a.getAt())
        .containsExactly(
            "A false " + local("2026-03-10T10:20"),
            "C true " + local("2026-03-10T10:00"),
            "C false " + local("2026-03-10T10:40"));
  }

  @Test
  void aSecondCamerasReadConfirmsForTwoHoursOnly() throws Exception {
    WatchEntry bare = red();
    bare.setColour(Colour.UNKNOWN);
    detection
        .watch(bare)
        .pass(passage("2026-03-10T10:00", LISTED, "BE>FR", "EST-2"))
        .listen()
        .pass(doubtful("2026-03-10T12:01", "EST-1"));
    assertThat(detection.alerts()).isEmpty();

    detection.pass(doubtful("2026-03-10T12:00", "EST-1"));
    assertThat(detection.alerts()).hasSize(1);
  }

  @Test
  void aPassageIsToldOnceHoweverOftenItComes() throws Exception {
    Passage passage = doubtful("2026-03-10T10:00", "EST-1");
    detection.watch(red()).pass(passage).restart(3).pass(passage);

    assertThat(detection.alerts()).hasSize(1);
  }

  @Test
  void itIsNoPassageOfTheVehicleThatIsListed() throws Exception {
    detection.watch(red()).pass(doubtful("2026-03-10T10:00", "EST-1"));

    assertThat(detection.history("BE", LISTED).size()).isZero();
    assertThat(detection.history("BE", READ).size()).isEqualTo(1);
    assertThat(detection.admitted()).hasSize(1);
  }

  @Test
  void whereNobodyIsListedADoubtLeavesNothing() throws Exception {
    detection.pass(passage("2026-03-10T10:00", "1XYZ111", "FR>BE", "EST-1"));
    int sure = detection.stateEntries();

    detection.pass(doubtful("2026-03-10T10:00", "EST-1"));

    assertThat(detection.stateEntries()).isEqualTo(2 * sure);
  }

  @Test
  void whatWasToldOfAPlateThatNeverCameIsForgottenInTime() throws Exception {
    detection
        .until("2026-03-10T09:00")
        .watch(red())
        .pass(doubtful("2026-03-10T10:00", "EST-1"))
        .until("2026-04-01T00:00")
        .until("2026-04-20T00:00")
        .until("2026-05-10T00:00");

    assertThat(detection.stateEntries()).isZero();
    assertThat(detection.timers()).isZero();
  }

  @Test
  void aPlateWhoseCountryWasNotReadFindsTheEntryOfTheOnlyCountryThatHasIt() throws Exception {
    Passage nowhere = passage("2026-03-10T10:00", LISTED, "FR>BE", "EST-1");
    nowhere.getPlate().setCountry(null);
    nowhere.getPlate().setCountryConfidence(0);
    detection.watch(red()).pass(nowhere);

    assertThat(detection.alerts())
        .singleElement()
        .returns(MatchTier.B, a -> a.getWatch().getTier());
  }

  @Test
  void aPlateOfTwoCountriesFindsTheEntryOfEach() throws Exception {
    WatchEntry dutch = red();
    dutch.setEntryId("W-2");
    dutch.setPlate("XY3456");
    dutch.setCountry("NL");
    WatchEntry luxembourgish = red();
    luxembourgish.setPlate("XY3456");
    luxembourgish.setCountry("LU");
    Passage passage = passage("2026-03-10T10:00", "XY3456", "FR>BE", "EST-1");
    passage.getPlate().setCountry("NL");
    passage.getPlate().setCountryConfidence(0.55f);
    passage.getPlate().setCountriesSeen(Map.of("NL", 0.55f, "LU", 0.4f));
    detection.watch(dutch).watch(luxembourgish).pass(passage);

    assertThat(detection.alerts())
        .extracting(a -> a.getWatch().getCountry() + " " + a.getWatch().getTier())
        .containsExactlyInAnyOrder("NL A", "LU C");
  }

  /** Samples' cars are red. */
  private static WatchEntry red() {
    WatchEntry entry = entry("W-1", LISTED, "2026-03-01T00:00", "2026-04-01T00:00");
    entry.setColour(Colour.RED);
    return entry;
  }

  private static Passage doubtful(String at, String camera) {
    Passage passage = passage(at, READ, "FR>BE", camera);
    passage.setPlate(plate(READ, 0.65, LISTED, 0.33));
    return passage;
  }
}
