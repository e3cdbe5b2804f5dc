package eu.passage.cep.patterns;

import static eu.passage.cep.Samples.local;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Passage;
import eu.passage.cep.rules.RuleTrial;
import org.junit.jupiter.api.Test;

class NightDashTest {

  private final RuleTrial trial = RuleTrial.of(new NightDash());

  @Test
  void inByNightAndOutElsewhereWithinNinetyMinutesAlerts() {
    trial.pass("2026-03-10T02:10 FR>BE EST-1", "2026-03-10T02:50 BE>FR EST-2");

    assertThat(trial.times()).containsExactly(local("2026-03-10T02:50"));
    assertThat(trial.reason())
        .isEqualTo(
            "Plate 1-ABC-234 (BE) entered Belgium at 02:10 at EST-1 on the N511 and left again at"
                + " 02:50 at EST-2 on the N511, 40 minutes later, by night.");
  }

  @Test
  void justUnderNinetyMinutesAlertsAndNinetyDoNot() {
    trial.pass("2026-03-10T02:10 FR>BE EST-1", "2026-03-10T03:39:59.999 BE>FR EST-2");
    assertThat(trial.hits()).hasSize(1);

    RuleTrial exactly = RuleTrial.of(new NightDash());
    exactly.pass("2026-03-10T02:10 FR>BE EST-1", "2026-03-10T03:40 BE>FR EST-2");
    assertThat(exactly.hits()).isEmpty();
  }

  @Test
  void theNightBeginsAtMidnightAndEndsBeforeFive() {
    trial.pass("2026-03-10T00:00 FR>BE EST-1", "2026-03-10T00:30 BE>FR EST-2");
    assertThat(trial.hits()).hasSize(1);

    trial.pass("2026-03-12T04:59:59.999 FR>BE EST-1", "2026-03-12T05:30 BE>FR EST-2");
    assertThat(trial.hits()).hasSize(2);

    trial.pass("2026-03-14T23:59:59.999 FR>BE EST-1", "2026-03-15T00:30 BE>FR EST-2");
    trial.pass("2026-03-16T05:00 FR>BE EST-1", "2026-03-16T05:30 BE>FR EST-2");
    assertThat(trial.hits()).hasSize(2);
  }

  @Test
  void nightIsLocalTimeInSummerAndInWinter() {
    // 22:30 UTC is half past midnight in summer, and half past eleven in winter
    trial.pass("2026-07-10T00:30 FR>BE EST-1", "2026-07-10T01:00 BE>FR EST-2");
    assertThat(trial.hits()).hasSize(1);
    assertThat(trial.hits().get(0).evidence().get(0).getAt()).hasToString("2026-07-09T22:30:00Z");
  }

  @Test
  void ninetyMinutesAreNinetyMinutesInTheNightTheClocksGoForward() {
    // 01:30 and 03:30 are one hour apart on 29 March 2026
    trial.pass("2026-03-29T01:30 FR>BE EST-1", "2026-03-29T03:30 BE>FR EST-2");

    assertThat(trial.reason()).contains("at 01:30", "at 03:30", "1 hour later");
  }

  @Test
  void ninetyMinutesAreNinetyMinutesInTheNightTheClocksGoBack() {
    // on 25 October 2026 the hour from 02:00 comes twice: 01:30 and 03:00 are 150 minutes apart
    trial.pass("2026-10-25T01:30 FR>BE EST-1", "2026-10-25T03:00 BE>FR EST-2");

    assertThat(trial.hits()).isEmpty();
  }

  @Test
  void whoTurnsRoundAtTheSameCameraHasOnlyLostTheWay() {
    trial.pass("2026-03-10T02:10 FR>BE EST-1", "2026-03-10T02:20 BE>FR EST-1");

    assertThat(trial.hits()).isEmpty();
  }

  @Test
  void theMostRecentWayInIsTheEvidence() {
    trial.pass(
        "2026-03-10T02:00 FR>BE EST-1",
        "2026-03-10T02:10 FR>BE EST-3",
        "2026-03-10T02:50 BE>FR EST-2");

    assertThat(trial.hits().get(0).evidence())
        .extracting(Passage::getCameraId)
        .containsExactly("EST-3", "EST-2");
  }

  @Test
  void onceADay() {
    trial.pass(
        "2026-03-10T02:10 FR>BE EST-1",
        "2026-03-10T02:50 BE>FR EST-2",
        "2026-03-11T02:10 FR>BE EST-1",
        "2026-03-11T02:49 BE>FR EST-2");
    assertThat(trial.hits()).hasSize(1);

    trial.pass("2026-03-12T02:10 FR>BE EST-1", "2026-03-12T02:50 BE>FR EST-2");
    assertThat(trial.times()).containsExactly(local("2026-03-10T02:50"), local("2026-03-12T02:50"));
  }

  @Test
  void aWayInThatComesLateStillMakesTheDash() {
    trial.pass("2026-03-10T02:50 BE>FR EST-2", "2026-03-10T02:10 FR>BE EST-1");

    assertThat(trial.times()).containsExactly(local("2026-03-10T02:50"));
  }
}
