package eu.passage.cep.patterns;

import static eu.passage.cep.Samples.local;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Passage;
import eu.passage.cep.rules.RuleTrial;
import org.junit.jupiter.api.Test;

class RecurringCrossingsTest {

  private final RuleTrial trial = RuleTrial.of(new RecurringCrossings());

  @Test
  void theSixthCrossingWithinADayAlerts() {
    trial.pass(
        "2026-03-10T08:00 FR>BE EST-1",
        "2026-03-10T09:00 BE>FR EST-1",
        "2026-03-10T10:00 FR>BE EST-2",
        "2026-03-10T11:00 BE>FR EST-2",
        "2026-03-10T12:00 FR>BE EST-3");
    assertThat(trial.hits()).isEmpty();

    trial.pass("2026-03-10T13:30 BE>FR EST-1");

    assertThat(trial.times()).containsExactly(local("2026-03-10T13:30"));
    assertThat(trial.hits().get(0).evidence()).hasSize(6);
    assertThat(trial.reason())
        .isEqualTo(
            "Plate 1-ABC-234 (BE) crossed the border 6 times within 5 hours 30 minutes, first at"
                + " 08:00 on 10 March at EST-1 on the N511, last at 13:30 on 10 March at EST-1 on"
                + " the N511.");
  }

  @Test
  void justUnderADayAlertsAndADayDoesNot() {
    fiveFrom(trial);
    trial.pass("2026-03-11T07:59:59.999 FR>BE EST-1");
    assertThat(trial.hits()).hasSize(1);

    RuleTrial exactly = RuleTrial.of(new RecurringCrossings());
    fiveFrom(exactly);
    exactly.pass("2026-03-11T08:00 FR>BE EST-1");
    assertThat(exactly.hits()).isEmpty();
  }

  private static void fiveFrom(RuleTrial trial) {
    trial.pass(
        "2026-03-10T08:00 FR>BE EST-1",
        "2026-03-10T09:00 BE>FR EST-1",
        "2026-03-10T10:00 FR>BE EST-1",
        "2026-03-10T11:00 BE>FR EST-1",
        "2026-03-10T12:00 FR>BE EST-1");
  }

  @Test
  void passagesThatCrossNoBorderDoNotCount() {
    fiveFrom(trial);
    trial.pass("2026-03-10T13:00 - EST-2", "2026-03-10T14:00 - EST-3");

    assertThat(trial.hits()).isEmpty();
  }

  @Test
  void theEvidenceIsTheSixMostRecentCrossings() {
    fiveFrom(trial);
    trial.pass(
        "2026-03-10T13:00 FR>BE EST-1",
        "2026-03-11T09:00 BE>FR EST-1",
        "2026-03-11T09:10 FR>BE EST-1",
        "2026-03-11T09:20 BE>FR EST-1",
        "2026-03-11T09:30 FR>BE EST-1",
        "2026-03-11T09:40 BE>FR EST-1",
        "2026-03-11T09:50 FR>BE EST-1",
        "2026-03-11T13:30 BE>FR EST-1");

    assertThat(trial.times()).containsExactly(local("2026-03-10T13:00"), local("2026-03-11T13:30"));
    assertThat(trial.hits().get(1).evidence())
        .hasSize(6)
        .first()
        .returns(local("2026-03-11T09:10"), Passage::getAt);
  }

  @Test
  void aCrossingThatComesLateIsCountedInItsPlace() {
    trial.pass(
        "2026-03-10T08:00 FR>BE EST-1",
        "2026-03-10T09:00 BE>FR EST-1",
        "2026-03-10T11:00 BE>FR EST-1",
        "2026-03-10T12:00 FR>BE EST-1",
        "2026-03-10T13:00 BE>FR EST-1");
    assertThat(trial.hits()).isEmpty();

    trial.pass("2026-03-10T10:00 FR>BE EST-1");

    assertThat(trial.times()).containsExactly(local("2026-03-10T13:00"));
  }
}
