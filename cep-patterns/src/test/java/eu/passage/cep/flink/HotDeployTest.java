package eu.passage.cep.flink;

import static eu.passage.cep.Samples.passage;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleState;
import eu.passage.avro.RuleStatus;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.Samples;
import eu.passage.cep.rules.ShippedRules;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules that come, change and go while passages come. */
class HotDeployTest {

  private static final String PLATE = "1ABC234";
  private static final DetectionSettings NO_RULES = Samples.SETTINGS.withRules(List.of());
  private static final RuleSource DASH = ShippedRules.source("night-dash");
  private static final RuleSource AT_EST_1 =
      RuleTexts.rule("at-one-camera", "when: passage where camera.id == 'EST-1'");
  private static final String AT_EST_2 = "when: passage where camera.id == 'EST-2'";

  private DetectionHarness detection;

  @BeforeEach
  void open() throws Exception {
    detection = new DetectionHarness(NO_RULES);
  }

  @AfterEach
  void close() throws Exception {
    detection.close();
  }

  @Test
  void aDeployedRuleAlertsOnAPassageWhoseEarlierStepsCameBeforeIt() throws Exception {
    detection
        .pass(passage("2026-03-10T02:10", PLATE, "FR>BE", "EST-1"))
        .deploy(DASH)
        .pass(passage("2026-03-10T02:50", PLATE, "BE>FR", "EST-2"));

    assertThat(detection.alerts())
        .singleElement()
        .returns("night-dash", Alert::getRuleId)
        .returns(2, alert -> alert.getPassages().size());
  }

  @Test
  void aDeployedRuleDoesNotTellOfPassagesThatCameBeforeIt() throws Exception {
    detection
        .pass(
            passage("2026-03-10T02:10", PLATE, "FR>BE", "EST-1"),
            passage("2026-03-10T02:50", PLATE, "BE>FR", "EST-2"))
        .deploy(DASH)
        .until("2026-03-10T12:00");

    assertThat(detection.alerts()).isEmpty();
  }

  @Test
  void aNewVersionTakesThePlaceOfTheOldBetweenTwoPassages() throws Exception {
    detection
        .deploy(AT_EST_1)
        .pass(
            passage("2026-03-10T10:00", PLATE, "", "EST-1"),
            passage("2026-03-10T10:10", PLATE, "", "EST-2"))
        .deploy(RuleTexts.next(AT_EST_1, AT_EST_2))
        .pass(
            passage("2026-03-10T10:20", PLATE, "", "EST-1"),
            passage("2026-03-10T10:30", PLATE, "", "EST-2"));

    assertThat(detection.alerts())
        .extracting(a -> a.getRuleVersion() + "@" + a.getPassages().get(0).getCameraId())
        .containsExactly("1@EST-1", "2@EST-2");
  }

  @Test
  void olderAndEqualVersionsChangeNothing() throws Exception {
    RuleSource second = RuleTexts.next(AT_EST_1, AT_EST_2);
    detection.deploy(second).listen().deploy(AT_EST_1, second);
    detection.pass(passage("2026-03-10T10:00", PLATE, "", "EST-1"));

    assertThat(detection.alerts()).isEmpty();
    assertThat(detection.statuses()).isEmpty();
  }

  @Test
  void everySubtaskSaysOnceThatItAsksTheRule() throws Exception {
    try (DetectionHarness five = new DetectionHarness(NO_RULES, 5)) {
      five.deploy(DASH);

      assertThat(five.statuses())
          .extracting(RuleStatus::getSubtask)
          .containsExactlyInAnyOrder(0, 1, 2, 3, 4);
      assertThat(five.statuses())
          .allSatisfy(
              status -> {
                assertThat(status.getRuleId()).isEqualTo("night-dash");
                assertThat(status.getVersion()).isEqualTo(1);
                assertThat(status.getState()).isEqualTo(RuleState.ACTIVE);
                assertThat(status.getSubtasks()).isEqualTo(5);
                assertThat(status.getAuthor()).isEqualTo("shipped");
              });
    }
  }

  @Test
  void aRuleAboutTwoVehiclesIsAnsweredForByBothOperatorsThatAskIt() throws Exception {
    try (DetectionHarness three = new DetectionHarness(NO_RULES, 3)) {
      three.deploy(RuleTexts.TOGETHER);

      assertThat(three.statuses())
          .extracting(RuleStatus::getSubtask)
          .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
      assertThat(three.statuses()).extracting(RuleStatus::getSubtasks).containsOnly(6);
    }
  }

  @Test
  void matchesOfARuleAboutTwoVehiclesAreKeptWhateverTheParallelism() throws Exception {
    detection.deploy(RuleTexts.TOGETHER);
    for (int pair = 10; pair < 20; pair++) {
      for (String time : List.of("10:00|EST-1", "10:30|EST-2")) {
        String at = "2026-03-10T" + time.substring(0, 5);
        String camera = time.substring(6);
        detection.pass(
            passage(at + ":00", "1AAA1" + pair, "FR>BE", camera),
            passage(at + ":05", "1BBB1" + pair, "FR>BE", camera));
      }
    }
    long told = detection.alerts().size();
    long machineTime = 0;
    for (int parallelism : List.of(3, 2)) {
      detection.restart(parallelism).listen().machineTime(machineTime += 10_000);

      assertThat(told).isGreaterThanOrEqualTo(10);
      assertThat(sum("together", RuleStatus::getMatches)).isEqualTo(told);
      assertThat(detection.status("together")).hasSize(2 * parallelism);
    }
  }

  @Test
  void aRemovedRuleIsAskedNoMoreAndSaysSo() throws Exception {
    detection
        .deploy(AT_EST_1)
        .deploy(RuleTexts.removed(AT_EST_1))
        .pass(passage("2026-03-10T10:00", PLATE, "", "EST-1"))
        .restart()
        .pass(passage("2026-03-10T10:10", PLATE, "", "EST-1"));

    assertThat(detection.alerts()).isEmpty();
    assertThat(detection.status(AT_EST_1.getRuleId()).get(0).getState())
        .isEqualTo(RuleState.REMOVED);
  }

  @Test
  void aShippedRuleThatWasRemovedStaysAwayAfterARestart() throws Exception {
    try (DetectionHarness shipped = new DetectionHarness(NO_RULES.withRules(List.of(DASH)))) {
      shipped
          .deploy(RuleTexts.removed(DASH))
          .restart()
          .pass(
              passage("2026-03-10T02:10", PLATE, "FR>BE", "EST-1"),
              passage("2026-03-10T02:50", PLATE, "BE>FR", "EST-2"));

      assertThat(shipped.alerts()).isEmpty();
    }
  }

  @Test
  void aRemovedAbsenceNoLongerComesTrue() throws Exception {
    detection
        .deploy(RuleTexts.STAYS)
        .pass(passage("2026-03-10T08:00", PLATE, "FR>BE", "EST-1"))
        .until("2026-03-10T09:00")
        .deploy(RuleTexts.removed(RuleTexts.STAYS))
        .end();

    assertThat(detection.alerts()).isEmpty();
  }

  @Test
  void whatWasDueUnderTheOldVersionIsToldUnderIt() throws Exception {
    // due at 13:00, but event time has not said so to this vehicle when the new version comes
    detection
        .deploy(RuleTexts.ENTERS_TWICE)
        .until("2026-03-10T07:00")
        .pass(
            passage("2026-03-10T08:00", PLATE, "FR>BE", "EST-1"),
            passage("2026-03-10T09:00", PLATE, "FR>BE", "EST-2"))
        .deploy(RuleTexts.again(RuleTexts.ENTERS_TWICE))
        .end();

    assertThat(detection.alerts())
        .singleElement()
        .returns(Samples.local("2026-03-10T09:00"), Alert::getAt);
  }

  @Test
  void aDeployedAbsenceWakesVehiclesThatOpenedItBefore() throws Exception {
    detection
        .pass(passage("2026-03-10T08:00", PLATE, "FR>BE", "EST-1"))
        .until("2026-03-10T09:00")
        .deploy(RuleTexts.STAYS)
        .until("2026-03-10T09:01");
    assertThat(detection.timers()).isEqualTo(1);

    detection.until("2026-03-10T14:00");

    assertThat(detection.alerts())
        .singleElement()
        .returns("stays", Alert::getRuleId)
        .returns(Samples.local("2026-03-10T13:00"), Alert::getAt);
  }

  @Test
  void aDeployedAbsenceWakesVehiclesThatCameBeforeTheFirstWatermark() throws Exception {
    detection
        .pass(passage("2026-03-10T08:00", PLATE, "FR>BE", "EST-1"))
        .deploy(RuleTexts.STAYS)
        .until("2026-03-10T14:00");

    assertThat(detection.alerts()).extracting(Alert::getRuleId).containsExactly("stays");
  }

  @Test
  void aDeployedAbsenceDoesNotTellWhatWasOverdueBeforeItCame() throws Exception {
    detection
        .pass(passage("2026-03-10T08:00", PLATE, "FR>BE", "EST-1"))
        .until("2026-03-10T14:00")
        .deploy(RuleTexts.STAYS)
        .end();

    assertThat(detection.alerts()).isEmpty();
    assertThat(detection.timers()).isZero();
  }

  @Test
  void aDeployedRuleThatWaitsForEventTimeDoesNotTellOfOldPassages() throws Exception {
    detection
        .pass(
            passage("2026-03-10T08:00", PLATE, "BE>FR", "EST-1"),
            passage("2026-03-10T09:00", PLATE, "FR>BE", "EST-2"))
        .until("2026-03-10T10:00")
        .deploy(RuleTexts.TURNS_ROUND)
        .pass(
            passage("2026-03-10T11:00", PLATE, "BE>FR", "EST-1"),
            passage("2026-03-10T12:00", PLATE, "FR>BE", "EST-2"))
        .end();

    assertThat(detection.alerts())
        .extracting(Alert::getAt)
        .containsExactly(Samples.local("2026-03-10T12:00"));
  }

  @Test
  void rulesThatWereDeployedGoOnAfterARestart() throws Exception {
    detection
        .deploy(AT_EST_1, RuleTexts.next(AT_EST_1, AT_EST_2))
        .restart(3)
        .pass(passage("2026-03-10T10:00", PLATE, "", "EST-2"));

    assertThat(detection.alerts()).extracting(Alert::getRuleVersion).containsExactly(2);
  }

  @Test
  void matchesAndSuppressedOnesAreCountedAndKeptWhateverTheParallelism() throws Exception {
    RuleSource once =
        RuleTexts.rule("once", "count: {of: passage, atLeast: 2, within: 12h}\nonce: 3h");
    detection.deploy(once);
    for (int vehicle = 100; vehicle < 120; vehicle++) {
      String plate = "1ABC" + vehicle;
      detection.pass(
          passage("2026-03-10T10:00", plate, "", "EST-1"),
          passage("2026-03-10T10:10", plate, "", "EST-1"),
          passage("2026-03-10T10:20", plate, "", "EST-1"));
    }
    long machineTime = 0;
    for (int parallelism : List.of(3, 2)) {
      detection.restart(parallelism).listen().machineTime(machineTime += 10_000);

      assertThat(sum(once.getRuleId(), RuleStatus::getMatches)).isEqualTo(20);
      assertThat(sum(once.getRuleId(), RuleStatus::getSuppressed)).isEqualTo(20);
      assertThat(detection.status(once.getRuleId())).hasSize(parallelism);
    }
  }

  private long sum(String rule, java.util.function.ToLongFunction<RuleStatus> figure) {
    return detection.status(rule).values().stream().mapToLong(figure).sum();
  }

  @Test
  void aRuleIsActiveSinceTheMachinesTimeWhenItCameAlsoAfterARestart() throws Exception {
    detection.machineTime(5_000).deploy(AT_EST_1).machineTime(9_000).restart(2).machineTime(12_000);

    assertThat(detection.status(AT_EST_1.getRuleId()).values())
        .hasSize(2)
        .extracting(RuleStatus::getSince)
        .containsOnly(Instant.ofEpochMilli(5_000));
  }

  @Test
  void aRuleComesBetweenThePassagesItWasDeployedBetweenInEverySubtask() throws Exception {
    try (DetectionHarness three = new DetectionHarness(NO_RULES, 3)) {
      for (int vehicle = 100; vehicle < 130; vehicle++) {
        three.pass(passage("2026-03-10T10:00", "1ABC" + vehicle, "", "EST-1"));
      }
      three.deploy(AT_EST_1);
      for (int vehicle = 100; vehicle < 130; vehicle++) {
        three.pass(passage("2026-03-10T10:10", "1ABC" + vehicle, "", "EST-1"));
      }

      assertThat(three.alerts())
          .hasSize(30)
          .extracting(Alert::getAt)
          .containsOnly(Samples.local("2026-03-10T10:10"));
    }
  }
}
