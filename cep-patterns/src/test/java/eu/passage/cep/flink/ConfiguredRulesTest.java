package eu.passage.cep.flink;

import static eu.passage.cep.Samples.passage;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleState;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.Samples;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules that come and go with the configuration, at a restart from a savepoint. */
class ConfiguredRulesTest {

  private static final String PLATE = "1ABC234";
  private static final DetectionSettings NO_RULES = Samples.SETTINGS.withRules(List.of());
  private static final DetectionSettings STAYS = with(RuleTexts.STAYS);

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
  void anAbsenceWakesVehiclesThatOpenedItBeforeTheRestart() throws Exception {
    detection
        .pass(passage("2026-03-10T08:00", PLATE, "FR>BE", "EST-1"))
        .until("2026-03-10T09:00")
        .restart(STAYS)
        .until("2026-03-10T14:00");

    assertThat(detection.alerts())
        .singleElement()
        .returns("stays", Alert::getRuleId)
        .returns(Samples.local("2026-03-10T13:00"), Alert::getAt);
  }

  @Test
  void aNextVersionOfAnAbsenceWakesThemToo() throws Exception {
    try (DetectionHarness versions =
        new DetectionHarness(with(RuleTexts.rule("stays", "when: passage where type == 'BUS'")))) {
      versions
          .pass(passage("2026-03-10T08:00", PLATE, "FR>BE", "EST-1"))
          .until("2026-03-10T09:00")
          .restart(with(RuleTexts.again(RuleTexts.STAYS)))
          .until("2026-03-10T14:00");

      assertThat(versions.alerts()).extracting(Alert::getRuleVersion).containsExactly(2);
    }
  }

  @Test
  void theyWakeAlsoWhenTheJobGoesDownAgainBeforeAnyWatermark() throws Exception {
    detection
        .pass(passage("2026-03-10T08:00", PLATE, "FR>BE", "EST-1"))
        .restart(STAYS)
        .restart(3)
        .until("2026-03-10T14:00");

    assertThat(detection.alerts()).extracting(Alert::getRuleId).containsExactly("stays");
  }

  @Test
  void whatWasOverdueBeforeTheRestartIsNotTold() throws Exception {
    detection
        .pass(passage("2026-03-10T08:00", PLATE, "FR>BE", "EST-1"))
        .until("2026-03-10T14:00")
        .restart(STAYS)
        .end();

    assertThat(detection.alerts()).isEmpty();
    assertThat(detection.timers()).isZero();
  }

  @Test
  void aRuleThatWaitsDoesNotTellOfOldPassages() throws Exception {
    detection
        .pass(
            passage("2026-03-10T08:00", PLATE, "BE>FR", "EST-1"),
            passage("2026-03-10T09:00", PLATE, "FR>BE", "EST-2"))
        .until("2026-03-10T10:00")
        .restart(with(RuleTexts.TURNS_ROUND))
        .pass(
            passage("2026-03-10T11:00", PLATE, "BE>FR", "EST-1"),
            passage("2026-03-10T12:00", PLATE, "FR>BE", "EST-2"))
        .end();

    assertThat(detection.alerts())
        .extracting(Alert::getAt)
        .containsExactly(Samples.local("2026-03-10T12:00"));
  }

  @Test
  void aRuleThatWasThereBeforeIsNoNewOne() throws Exception {
    try (DetectionHarness stays = new DetectionHarness(STAYS)) {
      stays
          .pass(passage("2026-03-10T08:00", PLATE, "FR>BE", "EST-1"))
          .restart(2)
          .restart(STAYS)
          .until("2026-03-10T14:00");

      assertThat(stays.alerts()).hasSize(1);
    }
  }

  @Test
  void aRuleThatIsTakenOutSaysSoAndIsNewWhenItComesBack() throws Exception {
    try (DetectionHarness stays = new DetectionHarness(STAYS)) {
      stays.restart(NO_RULES).machineTime(10_000);
      assertThat(stays.status("stays").get(0).getState()).isEqualTo(RuleState.REMOVED);

      stays
          .pass(passage("2026-03-10T08:00", PLATE, "FR>BE", "EST-1"))
          .restart(STAYS)
          .machineTime(20_000)
          .until("2026-03-10T14:00");

      assertThat(stays.status("stays").get(0).getState()).isEqualTo(RuleState.ACTIVE);
      assertThat(stays.alerts()).hasSize(1);
    }
  }

  private static DetectionSettings with(RuleSource... rules) {
    return Samples.SETTINGS.withRules(List.of(rules));
  }
}
