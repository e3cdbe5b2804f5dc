package eu.passage.cep.flink;

import static eu.passage.cep.Samples.entry;
import static eu.passage.cep.Samples.local;
import static eu.passage.cep.Samples.passage;
import static eu.passage.cep.Samples.plate;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.Colour;
import eu.passage.avro.Passage;
import eu.passage.avro.PlateAlternative;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.Samples;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A doubtful read waits for another camera's, and is told as an earlier passage when that comes.
 */
class LaterConfirmationTest {

  private static final String LISTED = "1ABC238";
  private static final String ONE_MISREAD = "1ABC233";
  private static final String OTHER_MISREAD = "1ARC238";

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
  void aMisreadIsToldAsEarlierOnceAnotherCameraReadsThePlateAsListed() throws Exception {
    Passage misread = misread("2026-03-10T10:00", ONE_MISREAD, "EST-1");
    detection.watch(listed()).pass(misread).until("2026-03-10T10:00:30").restart(3);
    assertThat(detection.alerts()).isEmpty();

    Passage sure = sure("2026-03-10T10:04", "EST-2");
    detection.pass(sure).until("2026-03-10T10:04:01").pass(misread, sure, sure);

    assertThat(told()).containsExactly("A now 10:04", "C earlier 10:00");
    assertThat(detection.reasons().get(1))
        .contains(" ago, before another camera confirmed it, not now: Car 1-ABC-233 (BE), red")
        .contains("EST-2 read the plate as listed later.");
    assertThat(detection.alerts().get(1).getWatch())
        .returns(true, watch -> watch.getEarlier())
        .returns("EST-2", watch -> watch.getConfirmedBy())
        .returns(List.of(), watch -> watch.getNext());
  }

  @Test
  void theAgeOfTheEarlierPassageIsSaid() throws Exception {
    detection
        .watch(listed())
        .pass(misread("2026-03-10T10:00", ONE_MISREAD, "EST-1"))
        .until("2026-03-10T10:04")
        .pass(sure("2026-03-10T10:04", "EST-2"));

    assertThat(detection.reasons().get(1))
        .startsWith("Passed 4 minutes ago, before another camera confirmed it, not now: ");
  }

  @Test
  void anotherCameraConfirmsForTwoHoursOnlyAndTheSameOneNever() throws Exception {
    detection
        .watch(listed())
        .pass(
            misread("2026-03-10T10:00", ONE_MISREAD, "EST-1"),
            misread("2026-03-10T10:01", ONE_MISREAD, "EST-1"),
            sure("2026-03-10T10:30", "EST-1"),
            sure("2026-03-10T12:01", "EST-2"));

    assertThat(told()).containsExactly("A now 10:30", "A now 12:01", "C earlier 10:01");
  }

  @Test
  void twoDifferentMisreadsSpeakTogetherForThePlateThatBothMayBe() throws Exception {
    detection
        .watch(listed())
        .pass(
            misread("2026-03-10T10:00", ONE_MISREAD, "EST-1"),
            misread("2026-03-10T10:10", OTHER_MISREAD, "EST-2"));

    assertThat(told()).containsExactlyInAnyOrder("C earlier 10:00", "C now 10:10");
    assertThat(detection.reasons())
        .anyMatch(reason -> reason.contains("The read at EST-2 and this one together speak"))
        .anyMatch(reason -> reason.contains("The read at EST-1 and this one together speak"));
  }

  @Test
  void aWeakReadOfThePlateConfirmsAMisreadAndStandsForItself() throws Exception {
    Passage weak = sure("2026-03-10T10:10", "EST-2");
    weak.setPlate(plate(LISTED, 0.6));
    detection.watch(listed()).pass(misread("2026-03-10T10:00", ONE_MISREAD, "EST-1"), weak);

    assertThat(told()).containsExactlyInAnyOrder("C now 10:10", "C earlier 10:00");
  }

  @Test
  void aVehicleThatIsReadAlikeTwiceIsWhatWasRead() throws Exception {
    detection
        .watch(listed())
        .pass(
            misread("2026-03-10T10:00", ONE_MISREAD, "EST-1"),
            misread("2026-03-10T10:10", ONE_MISREAD, "EST-2"),
            misread("2026-03-10T10:20", ONE_MISREAD, "EST-3"));

    assertThat(told()).isEmpty();
  }

  @Test
  void twoMisreadsOfWhichOneMayBeTheOtherSpeakForThat() throws Exception {
    Passage one = misread("2026-03-10T10:00", ONE_MISREAD, "EST-1");
    Passage other = misread("2026-03-10T10:10", "1ABC236", "EST-2");
    other.getPlate().getAlternatives().add(new PlateAlternative(ONE_MISREAD, "BE", 0.2f, 0f));
    detection.watch(listed()).pass(one, other);

    assertThat(told()).isEmpty();
  }

  @Test
  void twoMisreadsOfAVehicleThatLooksOtherwiseSayNothing() throws Exception {
    WatchEntry blue = listed();
    blue.setColour(Colour.BLUE);
    detection
        .watch(blue)
        .pass(
            misread("2026-03-10T10:00", ONE_MISREAD, "EST-1"),
            misread("2026-03-10T10:10", OTHER_MISREAD, "EST-2"));
    assertThat(told()).isEmpty();

    detection.pass(sure("2026-03-10T10:20", "EST-3"));
    assertThat(told()).containsExactly("A now 10:20", "C earlier 10:00", "C earlier 10:10");
  }

  @Test
  void aWeakReadConfirmsNoVehicleThatLooksOtherwise() throws Exception {
    WatchEntry blue = listed();
    blue.setColour(Colour.BLUE);
    Passage weak = sure("2026-03-10T10:10", "EST-2");
    weak.setPlate(plate(LISTED, 0.6));
    detection.watch(blue).pass(misread("2026-03-10T10:00", ONE_MISREAD, "EST-1"), weak);

    assertThat(told()).containsExactly("C now 10:10");
  }

  @Test
  void anEntryThatLooksBackWaitsForAConfirmationToo() throws Exception {
    WatchEntry similar = listed();
    similar.setPlate("1AOC238");
    detection
        .pass(passage("2026-03-10T10:00", "1ADC238", "", "EST-1"))
        .until("2026-03-10T10:05")
        .watch(similar)
        .pass(passage("2026-03-10T10:10", "1AOC238", "", "EST-2"));

    assertThat(told()).containsExactly("A now 10:10", "C earlier 10:00");
  }

  @Test
  void anEntryThatLooksBackFindsTwoMisreadsThatSpeakForItTogether() throws Exception {
    WatchEntry similar = listed();
    similar.setPlate("1AOC238");
    Passage one = passage("2026-03-10T10:00", "1ADC238", "FR>BE", "EST-1");
    one.setPlate(plate("1ADC238", 0.6, "1AOC238", 0.3));
    Passage other = passage("2026-03-10T10:10", "1AQC238", "FR>BE", "EST-2");
    other.setPlate(plate("1AQC238", 0.6, "1AOC238", 0.3));
    detection.pass(one, other).until("2026-03-10T10:15").watch(similar);

    assertThat(told()).containsExactly("C earlier 10:00", "C earlier 10:10");
  }

  @Test
  void anEntryThatMayNotLookBackLearnsNothingOfWhatWaitsForAnother() throws Exception {
    WatchEntry notBack = entry("W-2", LISTED, "2026-03-01T00:00", "2026-04-01T00:00");
    notBack.setLookBackHours(0);
    detection
        .watch(listed())
        .pass(misread("2026-03-10T10:00", ONE_MISREAD, "EST-1"))
        .until("2026-03-10T10:05")
        .watch(notBack)
        .pass(sure("2026-03-10T10:10", "EST-2"));

    assertThat(detection.alerts())
        .extracting(a -> a.getWatch().getEntryId() + " " + a.getAt())
        .containsExactlyInAnyOrder(
            "W-1 " + local("2026-03-10T10:10"),
            "W-2 " + local("2026-03-10T10:10"),
            "W-1 " + local("2026-03-10T10:00"));
  }

  private List<String> told() {
    return detection.alerts().stream()
        .filter(alert -> alert.getWatch() != null)
        .map(LaterConfirmationTest::line)
        .toList();
  }

  private static String line(Alert alert) {
    return alert.getWatch().getTier()
        + (alert.getLate() ? " earlier " : " now ")
        + alert.getAt().atZone(java.time.ZoneId.of("Europe/Brussels")).toLocalTime();
  }

  private static WatchEntry listed() {
    return entry("W-1", LISTED, "2026-03-01T00:00", "2026-04-01T00:00");
  }

  private static Passage sure(String at, String camera) {
    return passage(at, LISTED, "FR>BE", camera);
  }

  private static Passage misread(String at, String read, String camera) {
    Passage passage = passage(at, read, "FR>BE", camera);
    passage.setPlate(plate(read, 0.6, LISTED, 0.3));
    return passage;
  }
}
