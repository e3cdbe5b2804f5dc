package eu.passage.jobs.night;

import static eu.passage.avro.Direction.APPROACHING;
import static eu.passage.avro.Direction.RECEDING;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.AlertState;
import eu.passage.avro.Crossing;
import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.Pursuit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A wanted car heads for France by night: the French side knows before it is there, what it may do,
 * and what became of it.
 */
@Timeout(300)
class NightScenarioTest {

  private static final String FRENCH = "ccpd-tournai";
  private static final String BELGIAN = "police-be";
  private static final String PLATE = "1ABC234";

  private final Night night = new Night();

  @AfterEach
  void stop() {
    night.close();
  }

  @Test
  void theOtherSideKnowsBeforeTheCarIsThereAndWhatItMayDo() throws Exception {
    String entry = night.wanted(PLATE, "stop", "aggravated-theft");
    seenInlandItIsExpectedInFranceAndMayBePursued();
    atTheBorderBothSidesKnowWhereWhenAndHowFast();
    theAcknowledgementReachesBothSides();

    night.watch("withdraw " + entry + " --timeout 60s --by registry --because found");
    night.wanted(PLATE, "stop", "stolen-vehicle");
    theSameCarMayNotBePursuedForAnotherOffence();

    night.wanted("2XYZ987", "observe", "aggravated-theft");
    whoTurnsRoundIsExpectedNoLonger();
    norIsWhoDoesNotCome();
  }

  private void seenInlandItIsExpectedInFranceAndMayBePursued() throws IOException {
    night.passes(PLATE, "TOU-1", APPROACHING, 104, Night.first("01:31"));

    List<Notice> told = night.told(FRENCH, NoticeKind.EXPECTED, 1);
    assertThat(told)
        .extracting(Notice::getKind)
        .containsExactly(NoticeKind.ALERT, NoticeKind.EXPECTED);
    assertThat(told).allSatisfy(notice -> assertThat(notice.getTexts()).containsOnlyKeys("fr"));
    Notice expected = told.get(1);
    assertThat(told.get(0).getAt()).satisfies(within(Night.first("01:31")));
    assertThat(expected.getAt()).isEqualTo(told.get(0).getAt().plus(Duration.ofMinutes(1)));
    assertThat(expected.getCrossing())
        .isEqualTo(
            Crossing.newBuilder()
                .setPlace("EST-3")
                .setRoad("Néchin - Toufflers")
                .setFromCountry("BE")
                .setToCountry("FR")
                .setAt(expected.getAt())
                .setSpeed((float) (104 / 3.6))
                .setPursuit(Pursuit.ALLOWED)
                .setPursuitBasis("Schengen Convention art. 41")
                .setInform("CCPD Tournai")
                .build());
    assertThat(french(expected))
        .isEqualTo(
            "1-ABC-234 (BE), signalé pour vol aggravé (dossier 2026/117), se dirige vers la"
                + " frontière. Il peut entrer en France par EST-3 (Néchin - Toufflers) à partir de"
                + " 01:32. À intercepter. La poursuite d’une personne prise en flagrant délit peut"
                + " continuer au-delà de la frontière (art. 41 de la Convention de Schengen) ; à"
                + " informer au plus tard au franchissement : CCPD Tournai. Sa vitesse était de"
                + " 104 km/h.");
    assertThat(night.told(BELGIAN, NoticeKind.ALERT, 1))
        .as("who is expected abroad is no news at home")
        .extracting(Notice::getKind)
        .containsOnly(NoticeKind.ALERT);
  }

  private void atTheBorderBothSidesKnowWhereWhenAndHowFast() throws IOException {
    night.passes(PLATE, "EST-3", RECEDING, 117, Night.first("01:36"));

    for (String recipient : List.of(FRENCH, BELGIAN)) {
      List<Notice> told = night.told(recipient, NoticeKind.CROSSED, 1);
      assertThat(told).extracting(Notice::getKind).doesNotContain(NoticeKind.TURNED_OFF);
      Notice crossed = last(told, NoticeKind.CROSSED);
      Crossing crossing = crossed.getCrossing();
      assertThat(crossing.getPlace()).isEqualTo("EST-3");
      assertThat(crossing.getFromCountry() + ">" + crossing.getToCountry()).isEqualTo("BE>FR");
      assertThat(crossing.getAt()).satisfies(within(Night.first("01:36")));
      assertThat(crossing.getSpeed()).isEqualTo((float) (117 / 3.6));
      assertThat(crossing.getPursuit()).isEqualTo(Pursuit.ALLOWED);
      assertThat(french(crossed))
          .startsWith(
              "1-ABC-234 (BE), signalé pour vol aggravé (dossier 2026/117), est entré en France"
                  + " par EST-3 (Néchin - Toufflers) à 01:36. À intercepter. La poursuite")
          .endsWith("Sa vitesse était de 117 km/h.");
    }
  }

  private void theAcknowledgementReachesBothSides() throws IOException {
    String alert = last(night.told(FRENCH, NoticeKind.CROSSED, 1), NoticeKind.ALERT).getAlertId();

    String answer = night.alerts("ack " + alert + " --as " + FRENCH, "--by", "équipage Lille 4");

    assertThat(answer).startsWith(alert + " is acknowledged by équipage Lille 4 after ");
    for (String recipient : List.of(FRENCH, BELGIAN)) {
      Notice update = last(night.told(recipient, NoticeKind.UPDATE, 1), NoticeKind.UPDATE);
      assertThat(update.getAlertId()).isEqualTo(alert);
      assertThat(update.getUpdate().getState()).isEqualTo(AlertState.ACKNOWLEDGED);
      assertThat(french(update))
          .isEqualTo("Alerte sur 1-ABC-234 (BE) : prise en charge par équipage Lille 4.");
    }
  }

  private void theSameCarMayNotBePursuedForAnotherOffence() throws IOException {
    night.passes(PLATE, "TOU-1", APPROACHING, 88, Night.second("01:31"));
    night.passes(PLATE, "EST-3", RECEDING, 90, Night.second("01:36"));

    List<Notice> told = night.told(FRENCH, NoticeKind.CROSSED, 2);
    for (NoticeKind kind : List.of(NoticeKind.EXPECTED, NoticeKind.CROSSED)) {
      Notice notice = last(told, kind);
      assertThat(notice.getAt()).isAfter(Night.second("01:30"));
      assertThat(notice.getCrossing().getPursuit()).isEqualTo(Pursuit.NOT_ALLOWED);
      assertThat(french(notice))
          .contains(
              "signalé pour véhicule volé",
              "Ce motif ne permet pas de poursuite au-delà de la frontière (art. 41 de la Convention"
                  + " de Schengen) ; à informer : CCPD Tournai.")
          .doesNotContain("flagrant délit");
    }
  }

  private void whoTurnsRoundIsExpectedNoLonger() throws IOException {
    night.passes("2XYZ987", "TOU-1", APPROACHING, 70, Night.second("02:40"));
    night.passes("2XYZ987", "TOU-1", RECEDING, 70, Night.second("02:43"));

    Notice off = last(night.told(FRENCH, NoticeKind.TURNED_OFF, 1), NoticeKind.TURNED_OFF);
    assertThat(off.getAt()).satisfies(within(Night.second("02:43")));
    assertThat(french(off))
        .isEqualTo(
            "2-XYZ-987 (BE) (dossier 2026/117) n’est plus attendu à EST-3 (Néchin - Toufflers).");
  }

  private void norIsWhoDoesNotCome() throws IOException {
    night.passes("2XYZ987", "TOU-1", APPROACHING, 70, Night.second("03:10"));
    Notice expected = last(night.told(FRENCH, NoticeKind.EXPECTED, 4), NoticeKind.EXPECTED);
    // other traffic, from which the job knows how late it is
    night.passes("1TRF111", "EST-1", RECEDING, 50, Night.second("03:30"));

    Notice off = last(night.told(FRENCH, NoticeKind.TURNED_OFF, 2), NoticeKind.TURNED_OFF);
    assertThat(off.getAlertId()).isEqualTo(expected.getAlertId());
    assertThat(off.getAt()).isEqualTo(expected.getAt().plus(Duration.ofMinutes(15)));
  }

  /** While the camera sees the car. */
  private static ThrowingConsumer<Instant> within(Instant begins) {
    return moment -> assertThat(moment).isBetween(begins, begins.plusSeconds(1));
  }

  private static Notice last(List<Notice> notices, NoticeKind kind) {
    return notices.stream()
        .filter(notice -> notice.getKind() == kind)
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private static String french(Notice notice) {
    return notice.getTexts().get("fr");
  }
}
