package eu.passage.cep.followup;

import static eu.passage.cep.followup.WantedAlerts.TEN;
import static eu.passage.cep.followup.WantedAlerts.about;
import static eu.passage.cep.followup.WantedAlerts.crossing;
import static eu.passage.cep.followup.WantedAlerts.heading;
import static eu.passage.cep.followup.WantedAlerts.moving;
import static eu.passage.cep.followup.WantedAlerts.read;
import static eu.passage.cep.followup.WantedAlerts.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.passage.avro.Alert;
import eu.passage.avro.Crossing;
import eu.passage.avro.Direction;
import eu.passage.avro.MatchTier;
import eu.passage.avro.Pursuit;
import eu.passage.avro.WatchAction;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wanted vehicles that come to the border. */
class BorderTest {

  private final FollowUp followUp =
      new FollowUp(
          FollowUpSettings.DEFAULT,
          Offences.shipped(),
          country -> "police of " + country,
          WantedAlerts.CAMERAS);
  private final Told told = new Told();
  private final VehicleFile file = VehicleFile.of(null);

  @Test
  void whoCanSoonBeAtTheBorderIsExpectedAndThenHasCrossed() {
    raise(heading(seen(0, "TOU-1"), "Wattrelos", "FR", 12));
    raise(crossing(14, "EST-1", "BE", "FR"));

    assertThat(told.lines())
        .containsExactly(
            "alert-0", "EXPECTED Wattrelos", "alert-14 after alert-0", "CROSSED EST-1");
    Crossing crossing = told.lastNews().vehicle().getCrossing();
    assertThat(crossing.getFromCountry()).isEqualTo("BE");
    assertThat(crossing.getToCountry()).isEqualTo("FR");
    assertThat(crossing.getPursuit()).isEqualTo(Pursuit.ALLOWED);
    assertThat(crossing.getPursuitBasis()).isEqualTo("Schengen Convention art. 41");
    assertThat(crossing.getInform()).isEqualTo("police of FR");
    assertThat(crossing.getSpeed()).isEqualTo(25f);
    assertThat(crossing.getSpeedSince()).isNull();
    assertThat(file.expectedUntil()).isEmpty();
  }

  @Test
  void aCameraAtTheBorderThatDoesNotTellTheWayAnnouncesOnlyTheOtherSide() {
    Alert alert = heading(seen(0, "EST-1"), "EST-3", "BE", 4);
    raise(heading(alert, "EST-2", "FR", 6));

    assertThat(told.lines()).containsExactly("alert-0", "EXPECTED EST-2");
    assertThat(told.lastNews().vehicle().getCrossing().getFromCountry()).isEqualTo("BE");
  }

  @ParameterizedTest(name = "from {0}, {1}: {2}")
  @CsvSource({
    "BE, UNKNOWN , true",
    "BE, RECEDING, true",
    "  , RECEDING, true",
    "  , UNKNOWN , false",
    "FR, UNKNOWN , false",
    "FR, RECEDING, false",
  })
  void aCrossingIsToldWhereTheWayOrTheCountriesTellIt(String from, Direction way, boolean crossed) {
    Alert alert = crossing(0, "EST-1", from, "FR");
    alert.setDirection(way);
    raise(alert);

    assertThat(told.lines().contains("CROSSED EST-1")).isEqualTo(crossed);
  }

  @Test
  void aBorderThatIsFarIsNotToldYet() {
    raise(heading(seen(0, "TOU-1"), "Wattrelos", "FR", 31));

    assertThat(told.lines()).containsExactly("alert-0");
  }

  @Test
  void aVehicleStillOnItsWayIsNotAnnouncedTwice() {
    raise(heading(seen(0, "TOU-1"), "Wattrelos", "FR", 25));
    raise(heading(seen(9, "TOU-2"), "Wattrelos", "FR", 15));

    assertThat(told.lines())
        .containsExactly("alert-0", "EXPECTED Wattrelos", "alert-9 after alert-0");
    assertThat(file.expectedUntil()).contains(TEN.plus(Duration.ofMinutes(9 + 15 + 15)));
  }

  @Test
  void anotherWayToTheSameCountryIsTold() {
    raise(heading(seen(0, "TOU-1"), "Wattrelos", "FR", 25));
    raise(heading(seen(9, "TOU-2"), "Leers", "FR", 5));

    assertThat(told.lines()).contains("EXPECTED Leers").doesNotContain("TURNED_OFF Wattrelos");
  }

  @Test
  void whoTurnsOffIsNoLongerExpected() {
    raise(heading(seen(0, "TOU-1"), "Wattrelos", "FR", 12));
    told.lines();
    raise(seen(10, "GHE-1"));

    assertThat(told.lines()).containsExactly("alert-10 after alert-0", "TURNED_OFF Wattrelos");
    assertThat(told.lastNews().vehicle().getCrossing().getAt())
        .isEqualTo(TEN.plus(Duration.ofMinutes(10)));
  }

  @Test
  void norIsWhoTurnsRoundBeforeTheSameCamera() {
    raise(heading(moving(seen(0, "TOU-1"), Direction.APPROACHING), "Wattrelos", "FR", 12));
    told.lines();
    raise(moving(seen(2, "TOU-1"), Direction.RECEDING));

    assertThat(told.lines()).containsExactly("alert-2 after alert-0", "TURNED_OFF Wattrelos");
  }

  @Test
  void theSameWayOrAnUnknownOneIsNoTurn() {
    raise(heading(moving(seen(0, "TOU-1"), Direction.APPROACHING), "Wattrelos", "FR", 12));
    told.lines();
    raise(moving(seen(2, "TOU-1"), Direction.APPROACHING));
    raise(moving(seen(3, "TOU-1"), Direction.UNKNOWN));

    assertThat(told.lines()).containsExactly("alert-0 REPEATED", "alert-0 REPEATED");
  }

  @Test
  void whoIsNowhereSeenIsNoLongerExpectedAfterAWhile() {
    raise(heading(seen(0, "TOU-1"), "Wattrelos", "FR", 12));
    told.lines();
    followUp.eventTime(TEN.plus(Duration.ofMinutes(27)).minusMillis(1), file, told);
    assertThat(told.lines()).isEmpty();

    followUp.eventTime(TEN.plus(Duration.ofMinutes(27)), file, told);
    followUp.eventTime(TEN.plus(Duration.ofMinutes(60)), file, told);

    assertThat(told.lines()).containsExactly("TURNED_OFF Wattrelos");
  }

  @Test
  void whereNoCameraSaysHowFastTheWayFromTheOneBeforeDoes() {
    raise(unmeasured(heading(seen(0, "TOU-1"), "EST-3", "FR", 2)));
    assertThat(told.lastNews().vehicle().getCrossing().getSpeed()).isNull();

    raise(unmeasured(crossing(5, "EST-3", "BE", "FR")));

    Crossing crossing = told.lastNews().vehicle().getCrossing();
    assertThat(crossing.getSpeed()).isCloseTo(3520f / 300, within(0.1f));
    assertThat(crossing.getSpeedSince()).isEqualTo("TOU-1");
  }

  @Test
  void whoRestedOnTheWayTellsNoSpeed() {
    raise(unmeasured(heading(seen(0, "TOU-1"), "EST-3", "FR", 2)));
    raise(unmeasured(crossing(8, "EST-3", "BE", "FR")));

    assertThat(told.lastNews().vehicle().getCrossing().getSpeed()).isNull();
  }

  @Test
  void aCameraThatNobodyKnowsWhereItStandsTellsNoSpeed() {
    raise(unmeasured(seen(0, "GHE-1")));
    raise(unmeasured(crossing(5, "EST-3", "BE", "FR")));

    assertThat(told.lastNews().vehicle().getCrossing().getSpeed()).isNull();
    assertThat(told.lastNews().vehicle().getCrossing().getSpeedSince()).isNull();
  }

  @Test
  void anOffenceThatAllowsNoPursuitSaysSo() {
    raise(about(crossing(0, "EST-1", "BE", "FR"), "uninsured", WatchAction.STOP));

    assertThat(told.lastNews().vehicle().getCrossing().getPursuit()).isEqualTo(Pursuit.NOT_ALLOWED);
  }

  @Test
  void anOffenceThatNobodyConfirmedOrKnowsAllowsNone() {
    for (String offence : new String[] {"arson", "piracy"}) {
      Alert alert = about(crossing(0, "EST-1", "BE", "FR"), offence, WatchAction.STOP);
      new FollowUp(
              FollowUpSettings.DEFAULT,
              Offences.shipped(),
              country -> country,
              WantedAlerts.CAMERAS)
          .raised(alert, VehicleFile.of(null), TEN, told);
      assertThat(told.lastNews().vehicle().getCrossing().getPursuit())
          .isEqualTo(Pursuit.NOT_ALLOWED);
    }
  }

  @Test
  void whoMustNotNoticeIsNotPursued() {
    raise(about(crossing(0, "EST-1", "BE", "FR"), "aggravated-theft", WatchAction.DISCREET));

    assertThat(told.lastNews().vehicle().getCrossing().getPursuit()).isEqualTo(Pursuit.NOT_ALLOWED);
  }

  @Test
  void whatAPersonMustReviewFirstIsNotToldAbroad() {
    raise(read(crossing(0, "EST-1", "BE", "FR"), "1ABC284", MatchTier.C));
    Alert earlier = crossing(20, "EST-1", "BE", "FR");
    earlier.getWatch().setEarlier(true);
    raise(earlier);
    Alert late = crossing(40, "EST-1", "BE", "FR");
    late.setLate(true);
    raise(late);

    assertThat(told.lines())
        .containsExactly("alert-0", "alert-20 after alert-0", "alert-40 after alert-0");
  }

  private static Alert unmeasured(Alert alert) {
    alert.setSpeed(null);
    return alert;
  }

  private void raise(Alert alert) {
    followUp.raised(alert, file, alert.getAt(), told);
  }
}
