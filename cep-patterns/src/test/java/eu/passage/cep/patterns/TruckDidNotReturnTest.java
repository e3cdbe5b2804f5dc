package eu.passage.cep.patterns;

import static eu.passage.cep.Samples.local;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.rules.RuleTrial;
import org.junit.jupiter.api.Test;

class TruckDidNotReturnTest {

  private final RuleTrial trial = RuleTrial.of(new TruckDidNotReturn());

  @Test
  void aTruckThatHasNotLeftAfterTwelveHoursAlerts() {
    trial.pass("2026-03-10T08:00 FR>BE EST-1 TRUCK").until("2026-03-10T19:59:59.999");
    assertThat(trial.hits()).isEmpty();

    trial.until("2026-03-10T20:00");

    assertThat(trial.times()).containsExactly(local("2026-03-10T20:00"));
    assertThat(trial.reason())
        .isEqualTo(
            "Truck 1-ABC-234 (BE) entered Belgium at 08:00 on 10 March at EST-1 on the N511 and had"
                + " not left by 20:00, 12 hours later.");
  }

  @Test
  void aTruckThatReturnsInTimeRaisesNothing() {
    trial
        .pass("2026-03-10T08:00 FR>BE EST-1 TRUCK", "2026-03-10T19:59:59.999 BE>FR EST-2 TRUCK")
        .until("2026-03-12T08:00");

    assertThat(trial.hits()).isEmpty();
  }

  @Test
  void aTruckThatReturnsAfterExactlyTwelveHoursIsTooLate() {
    trial
        .pass("2026-03-10T08:00 FR>BE EST-1 TRUCK", "2026-03-10T20:00 BE>FR EST-2 TRUCK")
        .until("2026-03-12T08:00");

    assertThat(trial.hits()).hasSize(1);
  }

  @Test
  void itHasReturnedAlsoWhereTheCameraTookItForACar() {
    trial
        .pass("2026-03-10T08:00 FR>BE EST-1 TRUCK", "2026-03-10T15:00 BE>FR EST-2")
        .until("2026-03-12T08:00");

    assertThat(trial.hits()).isEmpty();
  }

  @Test
  void aCarMayStay() {
    trial.pass("2026-03-10T08:00 FR>BE EST-1").until("2026-03-12T08:00");

    assertThat(trial.hits()).isEmpty();
  }

  @Test
  void aReturnThatComesLateButBeforeTheTimeIsUpCounts() {
    trial
        .pass("2026-03-10T15:00 BE>FR EST-2 TRUCK", "2026-03-10T08:00 FR>BE EST-1 TRUCK")
        .until("2026-03-12T08:00");

    assertThat(trial.hits()).isEmpty();
  }

  @Test
  void twoEntriesWithoutALeaveBetweenAlertOnceADay() {
    trial
        .pass("2026-03-10T08:00 FR>BE EST-1 TRUCK", "2026-03-10T09:00 FR>BE EST-1 TRUCK")
        .until("2026-03-12T08:00");

    assertThat(trial.times()).containsExactly(local("2026-03-10T20:00"));
  }

  @Test
  void askedTwiceItAnswersOnce() {
    trial
        .pass("2026-03-10T08:00 FR>BE EST-1 TRUCK")
        .until("2026-03-10T20:00")
        .until("2026-03-10T21:00");

    assertThat(trial.hits()).hasSize(1);
  }
}
