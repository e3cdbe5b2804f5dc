package eu.passage.jobs.police;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Crossing;
import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.Pursuit;
import eu.passage.avro.WatchAction;
import eu.passage.jobs.console.Style;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NoticeCardTest {

  private final NoticeCard cards = new NoticeCard(Style.PLAIN, "nl");

  @Test
  void anAlertIsShownInTheReadersLanguageWithItsActionTierAgeAndId() {
    assertThat(cards.lines(SampleNotices.notice(7), SampleNotices.AT.plusSeconds(95)))
        .containsExactly(
            "▌ HIGH   ALERT · STOP · tier A",
            "▌ Gestolen wagen nummer 7",
            "▌ 2025-03-03 09:00:00 (95 s ago) · EST-1 N511",
            "▌ alert-7");
  }

  @Test
  void aDiscreetEntryNeverSaysStop() {
    Notice notice = SampleNotices.notice(7);
    Objects.requireNonNull(notice.getAlert().getWatch()).setAction(WatchAction.DISCREET);

    assertThat(String.join("\n", cards.lines(notice, SampleNotices.AT)))
        .contains("DISCREET")
        .doesNotContainIgnoringCase("stop");
  }

  @Test
  void aPassageFromBeforeTheEntryIsNeverShownAsNow() {
    Notice notice = SampleNotices.notice(7);
    Objects.requireNonNull(notice.getAlert().getWatch()).setEarlier(true);

    assertThat(cards.lines(notice, SampleNotices.AT.plusSeconds(10_800)))
        .startsWith("▌ HIGH   ALERT · STOP · tier A · earlier passage")
        .contains("▌ 2025-03-03 09:00:00 (3 h ago) · EST-1 N511");
  }

  @Test
  void whatIsExpectedIsToldAsYetToCome() {
    Notice notice = SampleNotices.notice(7);
    notice.setAlert(null);
    notice.setKind(NoticeKind.EXPECTED);
    notice.setCrossing(
        Crossing.newBuilder()
            .setPlace("EST-2")
            .setRoad("N511")
            .setFromCountry("BE")
            .setToCountry("FR")
            .setAt(SampleNotices.AT)
            .setPursuit(Pursuit.NOT_ALLOWED)
            .setPursuitBasis("art. 41")
            .setInform("CCPD Tournai")
            .build());

    assertThat(cards.lines(notice, SampleNotices.AT.minusSeconds(600)))
        .startsWith("▌ HIGH   EXPECTED · no pursuit over the border")
        .contains("▌ 2025-03-03 09:00:00 (in 10 min)");
  }

  @Test
  void aTerminalDoesNotObeyWhatANoticeSays() {
    Notice notice = SampleNotices.notice(7);
    notice.setTexts(Map.of("nl", "rood \u001b[31m"));

    assertThat(cards.lines(notice, SampleNotices.AT)).contains("▌ rood \uFFFD[31m");
  }

  @Test
  void aNoticeWithoutTheReadersLanguageIsShownInAnother() {
    Notice notice = SampleNotices.notice(7);
    notice.setTexts(Map.of("fr", "Voiture volée"));

    assertThat(cards.lines(notice, SampleNotices.AT)).contains("▌ Voiture volée");
  }
}
