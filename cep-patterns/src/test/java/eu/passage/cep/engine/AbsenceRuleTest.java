package eu.passage.cep.engine;

import static eu.passage.cep.engine.Border.local;
import static eu.passage.cep.engine.Border.passage;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.VehicleType;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Step;
import eu.passage.cep.model.Step.Link;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A truck that came in and has not left within twelve hours, once a day. */
class AbsenceRuleTest {

  private static final Predicate TRUCK_IN =
      new Ask.Both(new Ask.Enters("BE"), new Ask.Is(VehicleType.TRUCK)).predicate();
  private static final Predicate OUT = new Ask.Enters("FR").predicate();
  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  private static final Rule DID_NOT_RETURN =
      Rules.once(
          Rules.sequence(
              "truck-did-not-return",
              HALF_A_DAY,
              new Step("enter", Link.FIRST, TRUCK_IN),
              new Step("leave", Link.NOT, OUT)),
          Duration.ofHours(24));

  private final RuleTrial trial = new RuleTrial(DID_NOT_RETURN);

  @Test
  void aTruckThatHasNotLeftAfterTwelveHoursAlerts() {
    trial.pass("2026-03-10T08:00 FR>BE EST-1 TRUCK").until("2026-03-10T19:59:59.999");
    assertThat(trial.times()).isEmpty();

    trial.until("2026-03-10T20:00");

    assertThat(trial.times()).containsExactly(local("2026-03-10T20:00"));
    assertThat(trial.evidence())
        .containsExactly(List.of(passage("2026-03-10T08:00 FR>BE EST-1 TRUCK")));
  }

  /** Rules that differ in their windows only are asked together, here both at once. */
  @Test
  void aReturnThatIsTooLateForTheShorterWindowIsInTimeForTheLonger() {
    Subjects subjects = Subjects.of(within("short", 1), within("long", 3));

    subjects.pass(passage("2026-03-10T08:00 FR>BE EST-1 TRUCK"), Long.MIN_VALUE);
    subjects.pass(passage("2026-03-10T10:00 BE>FR EST-2 TRUCK"), Long.MIN_VALUE);
    subjects.settleAll(local("2026-03-10T20:00"));

    assertThat(subjects.told).extracting(hit -> hit.rule().rule().id()).containsExactly("short");
  }

  private static Rule within(String id, int hours) {
    return Rules.sequence(
        id,
        Duration.ofHours(hours),
        new Step("enter", Link.FIRST, TRUCK_IN),
        new Step("leave", Link.NOT, OUT));
  }

  @Test
  void aTruckThatReturnsInTimeRaisesNothing() {
    trial
        .pass("2026-03-10T08:00 FR>BE EST-1 TRUCK", "2026-03-10T19:59:59.999 BE>FR EST-2 TRUCK")
        .until("2026-03-12T08:00");

    assertThat(trial.times()).isEmpty();
  }

  @Test
  void aTruckThatReturnsAfterExactlyTwelveHoursIsTooLate() {
    trial
        .pass("2026-03-10T08:00 FR>BE EST-1 TRUCK", "2026-03-10T20:00 BE>FR EST-2 TRUCK")
        .until("2026-03-12T08:00");

    assertThat(trial.times()).containsExactly(local("2026-03-10T20:00"));
  }

  @Test
  void itHasReturnedAlsoWhereTheCameraTookItForACar() {
    trial
        .pass("2026-03-10T08:00 FR>BE EST-1 TRUCK", "2026-03-10T15:00 BE>FR EST-2")
        .until("2026-03-12T08:00");

    assertThat(trial.times()).isEmpty();
  }

  @Test
  void aCarMayStay() {
    trial.pass("2026-03-10T08:00 FR>BE EST-1").until("2026-03-12T08:00");

    assertThat(trial.times()).isEmpty();
  }

  @Test
  void aReturnThatComesLateButBeforeTheTimeIsUpCounts() {
    trial
        .pass("2026-03-10T15:00 BE>FR EST-2 TRUCK", "2026-03-10T08:00 FR>BE EST-1 TRUCK")
        .until("2026-03-12T08:00");

    assertThat(trial.times()).isEmpty();
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

    assertThat(trial.times()).hasSize(1);
  }

  @Test
  void anEntryThatIsToldOfOnlyAfterItsTimeIsUpAlertsAtOnce() {
    Subjects subjects = Subjects.of(DID_NOT_RETURN);
    subjects.settleAll(0);
    subjects.pass(passage("2026-03-10T23:00 - EST-1"), Long.MIN_VALUE);
    subjects.settleAll(local("2026-03-11T08:00"));
    assertThat(subjects.told).isEmpty();

    subjects.pass(passage("2026-03-10T08:00 FR>BE EST-1 TRUCK"), local("2026-03-11T08:00"));

    assertThat(subjects.told).extracting(Hit::at).containsExactly(local("2026-03-10T20:00"));
  }

  @Test
  void anAbsenceInTheMiddleOfThingsThatComeLateIsFoundForThePassageThatOpensIt() {
    Rule inThenInlandAndNotOut =
        Rules.sequence(
            "unloads",
            HALF_A_DAY,
            new Step("enter", Link.FIRST, TRUCK_IN),
            new Step("inland", Link.THEN, new Ask.At("EST-3").predicate()),
            new Step("leave", Link.NOT, OUT));
    Subjects subjects = Subjects.of(inThenInlandAndNotOut);
    subjects.pass(passage("2026-03-10T08:00 FR>BE EST-1 TRUCK"), Long.MIN_VALUE);
    subjects.settleAll(local("2026-03-11T08:00"));
    assertThat(subjects.told).isEmpty();

    subjects.pass(passage("2026-03-10T10:00 - EST-3 TRUCK"), local("2026-03-11T08:00"));

    assertThat(subjects.told).extracting(Hit::at).containsExactly(local("2026-03-10T20:00"));
  }

  @Test
  void ofPassagesThatRepeatTheAbsentOneIsAskedAboutTheLast() {
    Ask outWhereItCameIn = new Ask.Both(new Ask.Enters("FR"), new Ask.SameCameraAs(0, true));
    RuleTrial twice =
        new RuleTrial(
            Rules.sequence(
                "in-twice-and-stayed",
                HALF_A_DAY,
                new Step("enter", Link.FIRST, TRUCK_IN, 2, 2),
                new Step("leave", Link.NOT, outWhereItCameIn.predicate())));
    twice
        .pass(
            "2026-03-10T08:00 FR>BE EST-1 TRUCK",
            "2026-03-10T10:00 FR>BE EST-2 TRUCK",
            "2026-03-10T11:00 BE>FR EST-1 TRUCK")
        .until("2026-03-12T08:00");

    assertThat(twice.times()).containsExactly(local("2026-03-10T20:00"));
    assertThat(twice.evidence().get(0)).hasSize(2);
  }

  @Test
  void theOpeningPassageItselfIsNotTheAbsentOne() {
    RuleTrial never =
        new RuleTrial(
            Rules.sequence(
                "not-seen-again",
                HALF_A_DAY,
                new Step("seen", Link.FIRST, new Ask.Any().predicate()),
                new Step("again", Link.NOT, new Ask.Any().predicate())));
    never
        .pass("2026-03-10T08:00 FR>BE EST-1", "2026-03-10T09:00 BE>FR EST-1")
        .until("2026-03-12T08:00");

    assertThat(never.times()).containsExactly(local("2026-03-10T21:00"));
  }
}
