package eu.passage.cep.engine;

import static eu.passage.cep.engine.Border.local;
import static eu.passage.cep.engine.Border.passage;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.model.Body.Count;
import eu.passage.cep.model.Rule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Six crossings within a day, once a day. */
class CountRuleTest {

  private static final Rule RECURRING =
      Rules.once(
          Rules.of(
              "recurring-crossings",
              new Count(new Ask.Crosses(true).predicate(), null, 6),
              Duration.ofHours(24)),
          Duration.ofHours(24));

  private final RuleTrial trial = new RuleTrial(RECURRING);

  @Test
  void theSixthCrossingWithinADayAlerts() {
    fiveFrom(trial);
    assertThat(trial.times()).isEmpty();

    trial.pass("2026-03-10T13:30 BE>FR EST-1");

    assertThat(trial.times()).containsExactly(local("2026-03-10T13:30"));
    assertThat(trial.evidence().get(0))
        .hasSize(6)
        .startsWith(passage("2026-03-10T08:00 FR>BE EST-1"))
        .endsWith(passage("2026-03-10T13:30 BE>FR EST-1"));
  }

  @Test
  void justUnderADayAlertsAndADayDoesNot() {
    fiveFrom(trial);
    trial.pass("2026-03-11T07:59:59.999 FR>BE EST-1");
    assertThat(trial.times()).hasSize(1);

    RuleTrial exactly = new RuleTrial(RECURRING);
    fiveFrom(exactly);
    exactly.pass("2026-03-11T08:00 FR>BE EST-1");
    assertThat(exactly.times()).isEmpty();
  }

  @Test
  void passagesThatCrossNoBorderDoNotCount() {
    fiveFrom(trial);
    trial.pass("2026-03-10T13:00 - EST-2", "2026-03-10T14:00 - EST-3");

    assertThat(trial.times()).isEmpty();
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
    assertThat(trial.evidence().get(1))
        .hasSize(6)
        .startsWith(passage("2026-03-11T09:10 FR>BE EST-1"));
  }

  @Test
  void aCrossingThatComesLateIsCountedInItsPlace() {
    trial.pass(
        "2026-03-10T08:00 FR>BE EST-1",
        "2026-03-10T09:00 BE>FR EST-1",
        "2026-03-10T11:00 BE>FR EST-1",
        "2026-03-10T12:00 FR>BE EST-1",
        "2026-03-10T13:00 BE>FR EST-1");
    assertThat(trial.times()).isEmpty();

    trial.pass("2026-03-10T10:00 FR>BE EST-1");

    assertThat(trial.times()).containsExactly(local("2026-03-10T13:00"));
  }

  private static void fiveFrom(RuleTrial trial) {
    trial.pass(
        "2026-03-10T08:00 FR>BE EST-1",
        "2026-03-10T09:00 BE>FR EST-1",
        "2026-03-10T10:00 FR>BE EST-1",
        "2026-03-10T11:00 BE>FR EST-1",
        "2026-03-10T12:00 FR>BE EST-1");
  }
}
