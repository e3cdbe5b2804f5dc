package eu.passage.cep.rules;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.DetectionSettings;
import eu.passage.cep.Samples;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.kit.RuleTestKit;
import eu.passage.cep.kit.TestOutcome;
import eu.passage.cep.language.RuleTest;
import eu.passage.cep.language.RuleTest.Expected;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule in Java is tested by the kit that runs the tests of rules in YAML. */
class InTheDarkTest {

  private static final String PLATE = "1ABC234";

  @Test
  void halfPastFiveInDecemberIsNight() {
    assertThat(
            outcome(
                List.of(enters("2026-12-15T17:30"), leaves("2026-12-15T18:10", "EST-2")),
                "2026-12-15T18:10"))
        .returns(true, TestOutcome::passed);
  }

  @Test
  void halfPastFiveInJuneIsNot() {
    assertThat(outcome(List.of(enters("2026-06-15T17:30"), leaves("2026-06-15T18:10", "EST-2"))))
        .returns(true, TestOutcome::passed);
  }

  @Test
  void theWayBackByTheSameCameraIsAnErrand() {
    assertThat(outcome(List.of(enters("2026-12-15T17:30"), leaves("2026-12-15T18:10", "EST-1"))))
        .returns(true, TestOutcome::passed);
  }

  @Test
  void itIsInForceBesideRulesOfText() {
    DetectionSettings settings =
        DetectionSettings.of(Estaimpuis.CAMERAS).withJavaRules(List.of(new InTheDark()));

    assertThat(settings.ruleBook(settings.rules()).find("in-the-dark")).isPresent();
    assertThat(settings.ruleBook(settings.rules()).rules()).hasSize(4);
  }

  private static TestOutcome outcome(List<PassageFacts> given, String... alerts) {
    List<Expected> expected =
        List.of(alerts).stream()
            .map(at -> new Expected(Samples.local(at), List.of(PLATE), 1))
            .toList();
    return new RuleTestKit(Estaimpuis.CAMERAS)
        .run(
            new InTheDark().rule(new CameraTable(Estaimpuis.CAMERAS)),
            new RuleTest(1, given, expected));
  }

  private static PassageFacts enters(String at) {
    return passage(at, "EST-1").crossing("FR", "BE").build();
  }

  private static PassageFacts leaves(String at, String camera) {
    return passage(at, camera).crossing("BE", "FR").build();
  }

  private static PassageFacts.Builder passage(String at, String camera) {
    Instant instant = Samples.local(at);
    return new PassageFacts.Builder(instant.toEpochMilli(), camera).plate(PLATE, "BE");
  }
}
