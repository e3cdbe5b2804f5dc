package eu.passage.cep.flink;

import static eu.passage.cep.Samples.local;
import static eu.passage.cep.Samples.passage;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.Companion;
import eu.passage.avro.Passage;
import eu.passage.avro.PassageReference;
import eu.passage.avro.RuleSource;
import eu.passage.cep.Samples;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules about vehicles that travel together, from passages to alerts. */
class TravellingTogetherTest {

  private static final RuleSource CONVOY =
      RuleTexts.rule(
          "convoy",
          """
          convoy: {at: camera, gap: 30s, vehicles: 3}
          count: {of: passage, distinct: camera.id, atLeast: 2, within: 2h}
          """);

  private DetectionHarness detection;

  @BeforeEach
  void open() throws Exception {
    detection =
        new DetectionHarness(Samples.SETTINGS.withRules(List.of(RuleTexts.TOGETHER, CONVOY)), 2);
  }

  @AfterEach
  void close() throws Exception {
    detection.close();
  }

  @Test
  void theAlertNamesTheOtherVehicleAndCarriesThePassagesOfBoth() throws Exception {
    Passage first = passage("2026-03-10T10:00:00", "1AAA111", "FR>BE", "EST-1");
    Passage second = passage("2026-03-10T10:00:10", "1BBB222", "FR>BE", "EST-1");
    Passage third = passage("2026-03-10T10:30:00", "1BBB222", "BE>FR", "EST-2");
    Passage fourth = passage("2026-03-10T10:30:19", "1AAA111", "BE>FR", "EST-2");
    detection.pass(first, second, third, fourth);

    Alert alert = detection.alerts().get(0);
    assertThat(detection.alerts()).hasSize(1);
    assertThat(alert.getRuleId()).isEqualTo("together");
    assertThat(alert.getPlate()).isEqualTo("1AAA111");
    assertThat(alert.getAt()).isEqualTo(local("2026-03-10T10:30:19"));
    assertThat(alert.getCompanions())
        .containsExactly(new Companion(second.getVehicleKey(), "1BBB222", "BE"));
    assertThat(alert.getPassages())
        .extracting(PassageReference::getPassageId)
        .containsExactly(
            first.getPassageId(),
            second.getPassageId(),
            third.getPassageId(),
            fourth.getPassageId());
    assertThat(alert.getPassages().get(1).getEvidence()).isEqualTo(second.getEvidence());
    assertThat(alert.getReason()).contains("1-AAA-111", "1-BBB-222");
  }

  @Test
  void twoThatMeetAtOneCameraOnlyAreNotTogether() throws Exception {
    detection.pass(
        passage("2026-03-10T10:00:00", "1AAA111", "FR>BE", "EST-1"),
        passage("2026-03-10T10:00:10", "1BBB222", "FR>BE", "EST-1"),
        passage("2026-03-10T10:30:00", "1AAA111", "BE>FR", "EST-2"),
        passage("2026-03-10T10:40:00", "1BBB222", "BE>FR", "EST-2"));

    assertThat(detection.alerts()).isEmpty();
  }

  @Test
  void whoPassesOftenAloneIsNoCompanyOfThoseWhoPassOnce() throws Exception {
    for (int minute = 10; minute < 40; minute += 10) {
      detection.pass(
          passage("2026-03-10T10:" + minute, "1AAA111", "FR>BE", "EST-" + minute / 10),
          passage(
              "2026-03-10T10:" + minute + ":05", "1BBB2" + minute, "FR>BE", "EST-" + minute / 10));
    }

    assertThat(detection.alerts()).isEmpty();
  }

  @Test
  void aConvoyOfThreeIsOneAlertWithTwoCompanions() throws Exception {
    for (String camera : List.of("EST-1", "EST-2")) {
      String time = "2026-03-10T1" + camera.charAt(4) + ":00:";
      detection.pass(
          passage(time + "00", "1AAA111", "", camera),
          passage(time + "14", "1BBB222", "", camera),
          passage(time + "29", "1CCC333", "", camera));
    }

    assertThat(detection.alerts())
        .singleElement()
        .returns("convoy", Alert::getRuleId)
        .returns(6, alert -> alert.getPassages().size())
        .satisfies(
            alert ->
                assertThat(alert.getCompanions())
                    .extracting(Companion::getPlate)
                    .containsExactly("1AAA111", "1BBB222"));
  }

  @Test
  void aPassageThatComesLateStillShowsThatTheyWereTogether() throws Exception {
    detection
        .pass(
            passage("2026-03-10T10:00:10", "1BBB222", "FR>BE", "EST-1"),
            passage("2026-03-10T10:30:00", "1BBB222", "BE>FR", "EST-2"),
            passage("2026-03-10T10:30:19", "1AAA111", "BE>FR", "EST-2"))
        .until("2026-03-10T11:00");
    Passage late = passage("2026-03-10T10:00:00", "1AAA111", "FR>BE", "EST-1");
    late.setLate(true);
    detection.pass(late);

    assertThat(detection.alerts())
        .singleElement()
        .returns(local("2026-03-10T10:30:19"), Alert::getAt)
        .returns(true, Alert::getLate);
  }

  @Test
  void onceHoldsForThePairAndNotForOthers() throws Exception {
    for (int minute = 10; minute < 50; minute += 10) {
      String camera = "EST-" + (1 + minute / 10 % 2);
      detection.pass(
          passage("2026-03-10T10:" + minute + ":00", "1AAA111", "FR>BE", camera),
          passage("2026-03-10T10:" + minute + ":10", "1BBB222", "FR>BE", camera));
    }
    detection.machineTime(10_000);

    assertThat(detection.alerts()).hasSize(1);
    assertThat(
            detection.status("together").values().stream()
                .mapToLong(status -> status.getSuppressed())
                .sum())
        .isPositive();
  }

  @Test
  void aMeetingThatALatePassageMadeAnotherIsQuotedAsItIsNow() throws Exception {
    RuleSource often =
        RuleTexts.rule(
            "often",
            """
            pair: {at: camera, gap: 30s}
            count: {of: passage, distinct: camera.id, atLeast: 2, within: 8h}
            """);
    Passage first = passage("2026-03-10T10:00:00", "1AAA111", "", "EST-1");
    Passage again = passage("2026-03-10T10:00:08", "1AAA111", "", "EST-1");
    Passage other = passage("2026-03-10T10:00:20", "1BBB222", "", "EST-1");
    try (DetectionHarness pairs =
        new DetectionHarness(Samples.SETTINGS.withRules(List.of(often)))) {
      pairs.pass(first, other);
      pairs.pass(
          passage("2026-03-10T10:30:00", "1AAA111", "", "EST-2"),
          passage("2026-03-10T10:30:10", "1BBB222", "", "EST-2"));
      assertThat(quoted(pairs)).contains(first.getPassageId()).hasSize(4);

      pairs.pass(again); // the same two at the same camera, and the same passage is the latest
      pairs.pass(
          passage("2026-03-10T10:10:00", "1AAA111", "", "EST-3"),
          passage("2026-03-10T10:10:10", "1BBB222", "", "EST-3"));

      assertThat(quoted(pairs)).contains(again.getPassageId());
    }
  }

  /** The passages that the last alert rests on. */
  private static List<String> quoted(DetectionHarness detection) {
    List<Alert> alerts = detection.alerts();
    return alerts.get(alerts.size() - 1).getPassages().stream()
        .map(PassageReference::getPassageId)
        .toList();
  }
}
