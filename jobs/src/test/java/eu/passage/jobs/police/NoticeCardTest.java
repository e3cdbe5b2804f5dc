package eu.passage.jobs.police;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertState;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.Crossing;
import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.Outcome;
import eu.passage.avro.Pursuit;
import eu.passage.avro.Severity;
import eu.passage.avro.WatchAction;
import eu.passage.jobs.console.Style;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a recipient sees of a notice. */
class NoticeCardTest {

  @Test
  void anExpectedArrivalTellsWhereWhenAndWhetherAPursuitMayGoOn() {
    Notice notice = notice(NoticeKind.EXPECTED);
    notice.setCrossing(crossing(Pursuit.ALLOWED));

    assertThat(lines(notice, "fr"))
        .containsExactly(
            "▌ EXPECTED AT THE BORDER  HIGH",
            "▌ Il arrive.",
            "▌ Lamain · E42 · BE>FR · 72 km/h · pursuit allowed, art. 41 · inform CCPD Tournai",
            "▌ Fri 13 Mar 02:10:04 · in 48 s",
            "▌ alert alert-1");
  }

  @ParameterizedTest
  @CsvSource({
    "CROSSED, CROSSED THE BORDER, no pursuit over the border",
    "TURNED_OFF, NO LONGER EXPECTED, BE>FR"
  })
  void whatHappenedAtTheBorderIsNamed(NoticeKind kind, String head, String where) {
    Notice notice = notice(kind);
    notice.setCrossing(crossing(Pursuit.NOT_ALLOWED));
    assertThat(lines(notice, "fr").get(0)).contains(head);
    assertThat(lines(notice, "fr").get(2)).contains(where);
  }

  @Test
  void whoIsNoLongerExpectedIsNotPursued() {
    Notice notice = notice(NoticeKind.TURNED_OFF);
    notice.setCrossing(crossing(Pursuit.ALLOWED));
    assertThat(String.join("\n", lines(notice, "fr"))).doesNotContain("pursuit", "km/h");
  }

  @Test
  void anUpdateTellsTheOutcomeAndWhoActed() {
    Notice notice = notice(NoticeKind.UPDATE);
    notice.setUpdate(
        AlertUpdate.newBuilder()
            .setUpdateId("update-1")
            .setAlertId("alert-1")
            .setVehicleKey("BE:1ABC234")
            .setEntryId("W-1")
            .setCameraId("EST-1")
            .setState(AlertState.CLOSED)
            .setOutcome(Outcome.WRONG_COUNTRY)
            .setBy("control room")
            .setAt(CardAlerts.AT)
            .setComment("a Dutch plate")
            .setRecipients(List.of("police-be"))
            .build());
    assertThat(lines(notice, "fr"))
        .contains("▌ closed · wrong country · by control room · a Dutch plate");
  }

  @Test
  void anAlertOfAnEntryIsTheWholeCardAndTheNameToAnswerTo() {
    Notice notice = notice(NoticeKind.ALERT);
    Alert alert = CardAlerts.alert(WatchAction.STOP);
    notice.setAlert(alert);
    assertThat(lines(notice, "fr"))
        .startsWith("▌ STOP  HIGH  tier B, a letter or digit was settled")
        .contains("▌ Vu.")
        .endsWith("▌ alert alert-1");
  }

  @Test
  void anAlertOfARuleIsToldInItsWords() {
    Notice notice = notice(NoticeKind.ALERT);
    Alert alert = CardAlerts.alert(WatchAction.STOP);
    alert.setWatch(null);
    notice.setAlert(alert);
    assertThat(lines(notice, "fr")).contains("▌ ALERT  HIGH", "▌ Il arrive.");
    assertThat(String.join("\n", lines(notice, "fr"))).contains("EST-1 Estaimpuis - Wattrelos");
  }

  @Test
  void aLanguageThatIsMissingIsNotSilence() {
    assertThat(lines(notice(NoticeKind.EXPECTED), "de")).contains("▌ Il arrive.");
  }

  private static Notice notice(NoticeKind kind) {
    return Notice.newBuilder()
        .setNoticeId("notice-1")
        .setRecipient("ccpd-tournai")
        .setKind(kind)
        .setAlertId("alert-1")
        .setVehicleKey("BE:1ABC234")
        .setSeverity(Severity.HIGH)
        .setPurpose("judicial")
        .setAt(CardAlerts.AT)
        .setTexts(Map.of("fr", "Il arrive."))
        .build();
  }

  private static Crossing crossing(Pursuit pursuit) {
    return Crossing.newBuilder()
        .setPlace("Lamain")
        .setRoad("E42")
        .setFromCountry("BE")
        .setToCountry("FR")
        .setAt(CardAlerts.AT)
        .setSpeed(20f)
        .setPursuit(pursuit)
        .setPursuitBasis("art. 41")
        .setInform("CCPD Tournai")
        .build();
  }

  private static List<String> lines(Notice notice, String language) {
    return new NoticeCard(Style.PLAIN, language).lines(notice, CardAlerts.AT.minusSeconds(48));
  }
}
