package eu.passage.cep.flink;

import static eu.passage.cep.Samples.passage;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleState;
import eu.passage.avro.RuleStatus;
import eu.passage.avro.Severity;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.Samples;
import eu.passage.cep.alerts.OperatorAlerts;
import eu.passage.cep.history.HistorySettings;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Together;
import eu.passage.cep.rules.JavaRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules that do not compile, and rules that fail while they run. */
class BadRulesTest {

  private static final String PLATE = "1ABC234";
  private static final RuleSource GOOD =
      RuleTexts.rule("good", "when: passage where camera.id == 'EST-1'");

  /** Fails whenever it is asked. */
  static final JavaRule THROWS = throwing("throws", null);

  private static JavaRule throwing(String id, @Nullable Together together) {
    return cameras ->
        new Rule(
            id,
            Map.of("en", "Fails"),
            Severity.LOW,
            "judicial",
            List.of("police-be"),
            together,
            new Body.When(
                Predicate.of(
                    "fails",
                    (passage, scene) -> {
                      throw new IllegalStateException("no answer");
                    })),
            Duration.ofHours(1),
            Duration.ZERO,
            null);
  }

  private static final DetectionSettings SETTINGS =
      Samples.SETTINGS.withRules(List.of(GOOD)).withJavaRules(List.of(THROWS));

  private DetectionHarness detection;

  @BeforeEach
  void open() throws Exception {
    detection = new DetectionHarness(SETTINGS);
  }

  @AfterEach
  void close() throws Exception {
    detection.close();
  }

  @Test
  void aTextThatDoesNotCompileIsRefusedWithItsFaultAndTheVersionBeforeGoesOn() throws Exception {
    detection.deploy(RuleTexts.next(GOOD, "when: passage where camara.id == 'EST-1'"));
    detection.pass(passage("2026-03-10T10:00", PLATE, "", "EST-1"));

    assertThat(detection.deadLetters().stream().filter(d -> d.getOrigin().contains("good")))
        .singleElement()
        .returns(DeadLetterReason.RULE_REFUSED, DeadLetter::getReason)
        .returns("rule good version 2", DeadLetter::getOrigin)
        .returns("detection", DeadLetter::getStage)
        .satisfies(d -> assertThat(d.getMessage()).contains("good version 2:6:", "camara", "^"));
    assertThat(detection.status("good").get(0))
        .returns(RuleState.REFUSED, RuleStatus::getState)
        .returns(2, RuleStatus::getVersion)
        .satisfies(status -> assertThat(status.getMessage()).contains("camara"));
    assertThat(of("good")).extracting(Alert::getRuleVersion).containsExactly(1);
  }

  @Test
  void theVersionBeforeARefusedOneGoesOnAfterARestartToo() throws Exception {
    RuleSource second = RuleTexts.next(GOOD, "when: passage where camera.id == 'EST-2'");
    detection
        .deploy(second, RuleTexts.next(second, "when: nothing at all"))
        .restart()
        .pass(passage("2026-03-10T10:00", PLATE, "", "EST-2"));

    assertThat(of("good")).extracting(Alert::getRuleVersion).containsExactly(2);
  }

  @Test
  void aRefusedVersionStaysRefusedAfterARestartUntilAGoodOneComes() throws Exception {
    RuleSource bad = RuleTexts.next(GOOD, "when: nothing at all");
    RuleSource neverGood = RuleTexts.rule("never-good", "when: nothing at all");
    detection.deploy(bad, neverGood);
    long machineTime = 0;
    for (int parallelism : List.of(3, 2)) {
      detection.restart(parallelism).listen().machineTime(machineTime += 10_000);
      detection.pass(passage("2026-03-10T10:0" + parallelism, PLATE, "", "EST-1"));
      detection.machineTime(machineTime += 10_000);

      assertThat(of("good")).extracting(Alert::getRuleVersion).containsExactly(1);
      for (String id : List.of("good", "never-good")) {
        assertThat(detection.status(id).values())
            .hasSize(parallelism)
            .allSatisfy(
                status -> {
                  assertThat(status.getState()).isEqualTo(RuleState.REFUSED);
                  assertThat(status.getMessage()).contains("nothing");
                  assertThat(status.getSubtasks()).isEqualTo(parallelism);
                });
      }
      assertThat(detection.status("good").get(0).getVersion()).isEqualTo(2);
    }

    detection.deploy(RuleTexts.next(bad, "when: passage"));

    assertThat(detection.status("good").values())
        .extracting(RuleStatus::getState)
        .containsOnly(RuleState.ACTIVE);
  }

  @Test
  void aVersionThatFailedStaysOffThoughALaterOneWasRefused() throws Exception {
    RuleSource failing = RuleTexts.rule("throws", "when: nothing at all");
    failing.setVersion(2);
    detection.pass(passage("2026-03-10T10:00", PLATE, "", "EST-1"));
    detection.deploy(failing).listen().restart(2);
    detection.pass(passage("2026-03-10T10:10", PLATE, "", "EST-1"));

    assertThat(of("throws")).isEmpty();
  }

  @Test
  void aRefusedVersionOfARuleAboutTwoVehiclesIsToldByAllWhoAskTheOneBefore() throws Exception {
    detection.deploy(
        RuleTexts.TOGETHER, RuleTexts.next(RuleTexts.TOGETHER, "when: nothing at all"));
    detection.restart(2).machineTime(10_000);

    assertThat(detection.status("together").values())
        .hasSize(4)
        .allSatisfy(
            status -> {
              assertThat(status.getState()).isEqualTo(RuleState.REFUSED);
              assertThat(status.getVersion()).isEqualTo(2);
              assertThat(status.getSubtasks()).isEqualTo(4);
            });
    assertThat(detection.deadLetters()).hasSize(1);
  }

  @Test
  void aDeployedRuleThatCompilesNoMoreAfterARestartIsRefused() throws Exception {
    RuleSource deployed = RuleTexts.rule("deployed", "when: passage\nunless: daysSeen('28d') >= 2");
    HistorySettings history = SETTINGS.history();
    DetectionSettings shorter =
        SETTINGS.withHistory(
            new HistorySettings(
                history.retention(), history.maxPassages(), history.habits().dividedBy(2)));
    detection.deploy(deployed).restart(shorter).machineTime(10_000);

    assertThat(detection.status("deployed").get(0).getState()).isEqualTo(RuleState.REFUSED);
    assertThat(detection.deadLetters())
        .extracting(DeadLetter::getReason)
        .containsExactly(DeadLetterReason.RULE_REFUSED);

    detection.listen().restart(SETTINGS).machineTime(20_000);

    assertThat(detection.status("deployed").get(0).getState()).isEqualTo(RuleState.ACTIVE);
  }

  @Test
  void aRuleAboutTwoVehiclesThatFailsWhereSingleOnesAreAskedIsToldAsFailed() throws Exception {
    Together pair = new Together(2, Duration.ofSeconds(20));
    try (DetectionHarness two =
        new DetectionHarness(
            SETTINGS.withJavaRules(List.of(throwing("throws-together", pair))), 2)) {
      two.pass(passage("2026-03-10T10:00", PLATE, "", "EST-1"));
      for (int restart = 1; restart <= 2; restart++) {
        two.machineTime(10_000 * restart);

        assertThat(two.status("throws-together").values())
            .as("as the topic keeps the last of each key")
            .hasSize(4)
            .extracting(RuleStatus::getState)
            .contains(RuleState.FAILED);
        two.listen().restart();
      }
    }
  }

  @Test
  void aTextUnderAnotherRulesKeyIsRefused() throws Exception {
    RuleSource strange = RuleTexts.rule("other", "when: passage");
    strange.setRuleId("strange");
    detection.deploy(strange);

    assertThat(detection.deadLetters())
        .singleElement()
        .returns(DeadLetterReason.RULE_REFUSED, DeadLetter::getReason)
        .satisfies(d -> assertThat(d.getMessage()).contains("the one rule 'strange'"));
  }

  @Test
  void aRuleThatFailsIsSwitchedOffOperatorsAreToldAndTheOthersGoOn() throws Exception {
    detection.pass(
        passage("2026-03-10T10:00", PLATE, "", "EST-1"),
        passage("2026-03-10T10:10", PLATE, "", "EST-1"));

    assertThat(of("good")).hasSize(2);
    assertThat(of("throws"))
        .singleElement()
        .returns(List.of(OperatorAlerts.OPERATORS), Alert::getRecipients)
        .returns("operations", Alert::getPurpose)
        .satisfies(alert -> assertThat(alert.getReason()).contains("throws", "no answer"));
    assertThat(detection.deadLetters())
        .singleElement()
        .returns(DeadLetterReason.RULE_FAILED, DeadLetter::getReason)
        .returns("no answer", DeadLetter::getMessage);
    assertThat(detection.status("throws").get(0))
        .returns(RuleState.FAILED, RuleStatus::getState)
        .returns("no answer", RuleStatus::getMessage);
  }

  @Test
  void aRuleThatFailedStaysOffWhenAnotherIsDeployed() throws Exception {
    detection
        .pass(passage("2026-03-10T10:00", PLATE, "", "EST-1"))
        .deploy(RuleTexts.BY_NIGHT)
        .pass(passage("2026-03-10T10:10", PLATE, "", "EST-1"));

    assertThat(of("throws")).hasSize(1);
  }

  @Test
  void aRuleThatFailedInOneSubtaskStaysOffInAllAfterARestart() throws Exception {
    detection.pass(passage("2026-03-10T10:00", PLATE, "", "EST-1")).restart(3).listen();
    for (int vehicle = 100; vehicle < 120; vehicle++) {
      detection.pass(passage("2026-03-10T10:10", "1ABC" + vehicle, "", "EST-1"));
    }
    detection.machineTime(10_000);

    assertThat(detection.deadLetters()).isEmpty();
    assertThat(of("throws")).isEmpty();
    assertThat(of("good")).hasSize(20);
    assertThat(detection.status("throws").values())
        .extracting(RuleStatus::getState)
        .containsOnly(RuleState.FAILED);
  }

  @Test
  void aRuleThatFailsInSeveralSubtasksIsOneAlertToOperators() throws Exception {
    try (DetectionHarness three = new DetectionHarness(SETTINGS, 3)) {
      for (int vehicle = 100; vehicle < 120; vehicle++) {
        three.pass(passage("2026-03-10T10:10", "1ABC" + vehicle, "", "EST-1"));
      }

      List<Alert> toOperators =
          three.alerts().stream().filter(a -> a.getRuleId().equals("throws")).toList();
      assertThat(toOperators).hasSize(3);
      assertThat(toOperators.stream().map(Alert::getAlertId).distinct()).hasSize(1);
      assertThat(three.deadLetters().stream().map(DeadLetter::getDeadLetterId).distinct())
          .hasSize(1);
    }
  }

  @Test
  void aNewVersionOfARuleThatFailedIsAsked() throws Exception {
    detection.pass(passage("2026-03-10T10:00", PLATE, "", "EST-1"));
    detection.listen().deploy(RuleTexts.next(RuleTexts.rule("throws", ""), "when: passage"));
    detection.pass(passage("2026-03-10T10:10", PLATE, "", "EST-1"));

    assertThat(of("throws")).singleElement().returns(2, Alert::getRuleVersion);
    assertThat(detection.status("throws").get(0).getState()).isEqualTo(RuleState.ACTIVE);
  }

  @Test
  void aRuleThatAsksTooMuchAboutOnePassageIsSwitchedOffWithTheReason() throws Exception {
    RuleSource costly =
        RuleTexts.rule(
            "costly",
            """
            sequence:
              - a: passage
              - then b: passage where camera.id == a.camera.id
              - then c: passage where camera.id == b.camera.id
              - then d: passage where camera.id == c.camera.id
              - then e: passage where camera.id == d.camera.id
              - then f: passage where camera.id == e.camera.id
              - then g: passage where camera.id != f.camera.id
                times: 2
            within: 24h
            """);
    detection.deploy(costly);
    for (int minute = 10; minute < 60; minute++) {
      detection.pass(passage("2026-03-10T10:" + minute, PLATE, "", "EST-1"));
    }

    assertThat(detection.status("costly").get(0).getMessage())
        .contains("questions about one passage");
    assertThat(of("good")).hasSize(50);
  }

  private List<Alert> of(String rule) {
    return detection.alerts().stream().filter(a -> a.getRuleId().equals(rule)).toList();
  }
}
