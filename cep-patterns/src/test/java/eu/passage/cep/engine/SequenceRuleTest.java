package eu.passage.cep.engine;

import static eu.passage.cep.engine.Border.local;
import static eu.passage.cep.engine.Border.passage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.LocalClock;
import eu.passage.cep.model.Body.Sequence;
import eu.passage.cep.model.Facets;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Step;
import eu.passage.cep.model.Step.Link;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** In by night and out at another camera within 90 minutes, once a day. */
class SequenceRuleTest {

  private static final Predicate INTO_BELGIUM_BY_NIGHT =
      Predicate.of(
          "crossing where to == 'BE' && during('00:00', '05:00')",
          (passage, scene) ->
              passage.to() == CountryCode.of("BE") && LocalClock.BRUSSELS.hour(passage.at()) < 5);

  private static final Predicate OUT_ELSEWHERE =
      new Predicate(
          "crossing where to == 'FR' && camera.id != enter.camera.id",
          (passage, scene) ->
              passage.to() == CountryCode.of("FR") && passage.camera() != scene.step(0).camera(),
          Facets.to(Set.of(CountryCode.of("FR"))),
          Set.of(0),
          false);

  private static final Rule NIGHT_DASH =
      Rules.once(
          Rules.sequence(
              "night-dash",
              Duration.ofMinutes(90),
              new Step("enter", Link.FIRST, INTO_BELGIUM_BY_NIGHT),
              new Step("leave", Link.THEN, OUT_ELSEWHERE)),
          Duration.ofHours(24));

  private final RuleTrial trial = new RuleTrial(NIGHT_DASH);

  @Test
  void inByNightAndOutElsewhereWithinNinetyMinutesAlerts() {
    trial.pass("2026-03-10T02:10 FR>BE EST-1", "2026-03-10T02:50 BE>FR EST-2");

    assertThat(trial.times()).containsExactly(local("2026-03-10T02:50"));
    assertThat(trial.evidence())
        .containsExactly(
            List.of(
                passage("2026-03-10T02:10 FR>BE EST-1"), passage("2026-03-10T02:50 BE>FR EST-2")));
  }

  @Test
  void justUnderNinetyMinutesAlertsAndNinetyDoNot() {
    trial.pass("2026-03-10T02:10 FR>BE EST-1", "2026-03-10T03:39:59.999 BE>FR EST-2");
    assertThat(trial.times()).hasSize(1);

    RuleTrial exactly = new RuleTrial(NIGHT_DASH);
    exactly.pass("2026-03-10T02:10 FR>BE EST-1", "2026-03-10T03:40 BE>FR EST-2");
    assertThat(exactly.times()).isEmpty();
  }

  @Test
  void theNightBeginsAtMidnightAndEndsBeforeFive() {
    trial.pass("2026-03-10T00:00 FR>BE EST-1", "2026-03-10T00:30 BE>FR EST-2");
    assertThat(trial.times()).hasSize(1);

    trial.pass("2026-03-12T04:59:59.999 FR>BE EST-1", "2026-03-12T05:30 BE>FR EST-2");
    assertThat(trial.times()).hasSize(2);

    trial.pass("2026-03-14T23:59:59.999 FR>BE EST-1", "2026-03-15T00:30 BE>FR EST-2");
    trial.pass("2026-03-16T05:00 FR>BE EST-1", "2026-03-16T05:30 BE>FR EST-2");
    assertThat(trial.times()).hasSize(2);
  }

  @Test
  void nightIsLocalTimeInSummerAndInWinter() {
    // 22:30 UTC is half past midnight in summer, and half past eleven in winter
    trial.pass("2026-07-10T00:30 FR>BE EST-1", "2026-07-10T01:00 BE>FR EST-2");
    trial.pass("2026-01-09T23:30 FR>BE EST-1", "2026-01-10T00:00 BE>FR EST-2");

    assertThat(trial.times()).containsExactly(local("2026-07-10T01:00"));
  }

  @Test
  void ninetyMinutesAreNinetyMinutesInTheNightTheClocksGoForward() {
    // 01:30 and 03:30 are one hour apart on 29 March 2026
    trial.pass("2026-03-29T01:30 FR>BE EST-1", "2026-03-29T03:30 BE>FR EST-2");

    assertThat(trial.times()).hasSize(1);
  }

  @Test
  void ninetyMinutesAreNinetyMinutesInTheNightTheClocksGoBack() {
    // on 25 October 2026 the hour from 02:00 comes twice: 01:30 and 03:00 are 150 minutes apart
    trial.pass("2026-10-25T01:30 FR>BE EST-1", "2026-10-25T03:00 BE>FR EST-2");

    assertThat(trial.times()).isEmpty();
  }

  @Test
  void whoTurnsRoundAtTheSameCameraHasOnlyLostTheWay() {
    trial.pass("2026-03-10T02:10 FR>BE EST-1", "2026-03-10T02:20 BE>FR EST-1");

    assertThat(trial.times()).isEmpty();
  }

  @Test
  void theMostRecentWayInIsTheEvidence() {
    trial.pass(
        "2026-03-10T02:00 FR>BE EST-1",
        "2026-03-10T02:10 FR>BE EST-3",
        "2026-03-10T02:50 BE>FR EST-2");

    assertThat(trial.evidence())
        .containsExactly(
            List.of(
                passage("2026-03-10T02:10 FR>BE EST-3"), passage("2026-03-10T02:50 BE>FR EST-2")));
  }

  @Test
  void onceADay() {
    trial.pass(
        "2026-03-10T02:10 FR>BE EST-1",
        "2026-03-10T02:50 BE>FR EST-2",
        "2026-03-11T02:10 FR>BE EST-1",
        "2026-03-11T02:49:59.999 BE>FR EST-2");
    assertThat(trial.times()).containsExactly(local("2026-03-10T02:50"));

    RuleTrial exactly = new RuleTrial(NIGHT_DASH);
    exactly.pass(
        "2026-03-10T02:10 FR>BE EST-1",
        "2026-03-10T02:50 BE>FR EST-2",
        "2026-03-11T02:10 FR>BE EST-1",
        "2026-03-11T02:50 BE>FR EST-2");
    assertThat(exactly.times())
        .containsExactly(local("2026-03-10T02:50"), local("2026-03-11T02:50"));
  }

  @Test
  void aWayInThatComesLateStillMakesTheDash() {
    trial.pass("2026-03-10T02:50 BE>FR EST-2", "2026-03-10T02:10 FR>BE EST-1");

    assertThat(trial.times()).containsExactly(local("2026-03-10T02:50"));
  }

  @Test
  void whatMustBeTheVeryNextPassageIsToldWhenEventTimeHasPassedIt() {
    Predicate in = new Ask.Enters("BE").predicate();
    Predicate out = new Ask.Enters("FR").predicate();
    RuleTrial next =
        new RuleTrial(
            Rules.sequence(
                "turns-round",
                Duration.ofHours(1),
                new Step("in", Link.FIRST, in),
                new Step("out", Link.NEXT, out)));
    next.pass("2026-03-10T02:10 FR>BE EST-1", "2026-03-10T02:20 BE>FR EST-1")
        .until("2026-03-10T02:19:59.999");
    assertThat(next.times()).isEmpty();

    next.until("2026-03-10T02:20");
    assertThat(next.times()).containsExactly(local("2026-03-10T02:20"));

    next.pass(
            "2026-03-11T02:10 FR>BE EST-1",
            "2026-03-11T02:20 BE>FR EST-1",
            "2026-03-11T02:15 - EST-2")
        .until("2026-03-12T00:00");
    assertThat(next.times()).hasSize(1);
  }

  @Test
  void aStepMayAskOnlyAboutStepsBeforeItThatMustBeThere() {
    Predicate any = new Ask.Any().predicate();
    Predicate asksSecond = new Ask.SameCameraAs(1, true).predicate();

    assertThatThrownBy(
            () ->
                new Sequence(
                    List.of(
                        new Step("a", Link.FIRST, any),
                        new Step("b", Link.THEN, any, 0, 1),
                        new Step("c", Link.THEN, asksSecond))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("step c asks about a step");
    assertThatThrownBy(
            () ->
                new Sequence(
                    List.of(new Step("a", Link.FIRST, any), new Step("b", Link.THEN, asksSecond))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
