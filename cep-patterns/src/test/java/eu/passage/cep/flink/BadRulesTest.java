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
import eu.passage.cep.alerts.AlertWriter;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Rule;
import eu.passage.cep.rules.JavaRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules that do not compile, and rules that fail while they run. */
class BadRulesTest {

  private static final String PLATE = "1ABC234";
  private static final RuleSource GOOD =
      RuleTexts.rule("good", "when: passage where camera.id == 'EST-1'");

  /** Fails whenever it is asked. */
  static final JavaRule THROWS =
      cameras ->
          new Rule(
              "throws",
              Map.of("en", "Fails"),
              Severity.LOW,
              "judicial",
              List.of("police-be"),
              null,
              new Body.When(
                  Predicate.of(
                      "fails",
                      (passage, scene) -> {
                        throw new IllegalStateException("no answer");
                      })),
              Duration.ofHours(1),
              Duration.ZERO,
              null);

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
        .returns(List.of(AlertWriter.OPERATORS), Alert::getRecipients)
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
