package eu.passage.jobs.police;

import static eu.passage.jobs.police.SampleNotices.alert;
import static eu.passage.jobs.police.SampleNotices.update;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertState;
import eu.passage.avro.Outcome;
import org.junit.jupiter.api.Test;

class AlertBookTest {

  private final AlertBook book = new AlertBook();

  @Test
  void whatPeopleFoundIsCountedByListAndByCamera() {
    Alert stale = raised("a", "stolen", "EST-1");
    Alert misread = raised("b", "stolen", "EST-2");
    Alert confirmed = raised("c", "", "EST-1");
    raised("d", "stolen", "EST-1");
    close(stale, Outcome.STALE_ENTRY);
    close(misread, Outcome.MISREAD);
    close(confirmed, Outcome.CONFIRMED);

    assertThat(book.byList())
        .containsOnlyKeys("stolen", AlertBook.NO_LIST)
        .containsEntry("stolen", new Figures(3, 2, 0, 1, 0, 1, 0))
        .containsEntry(AlertBook.NO_LIST, new Figures(1, 1, 1, 0, 0, 0, 0));
    assertThat(book.byCamera())
        .containsEntry("EST-1", new Figures(3, 2, 1, 0, 0, 1, 0))
        .containsEntry("EST-2", new Figures(1, 1, 0, 1, 0, 0, 0));
    assertThat(book.total().falseOnes()).isEqualTo(2);
    assertThat(book.total().noFollowUp()).isEqualTo(1);
    assertThat(book.total().shareFalse().orElseThrow()).isEqualTo(2 / 3.0);
  }

  @Test
  void whoSawOneOfARowSawAllOfIt() {
    Alert first = raised("a", "stolen", "EST-1");
    Alert next = alert("b", "stolen", "EST-2");
    next.setContinues("a");
    book.raised(next);
    book.updated(update(next, AlertState.ACKNOWLEDGED, Outcome.OPEN));

    assertThat(book.byCamera().get(camera(first)).acknowledged()).isEqualTo(1);
    assertThat(book.total().noFollowUp()).isZero();
    assertThat(book.total().shareFalse()).isEmpty();
  }

  @Test
  void whatTimeClosedOrAnEntryTookBackNobodyFollowedUp() {
    Alert unseen = raised("a", "stolen", "EST-1");
    Alert withdrawn = raised("b", "stolen", "EST-1");
    close(unseen, Outcome.OPEN);
    book.updated(update(withdrawn, AlertState.WITHDRAWN, Outcome.OPEN));
    book.updated(update(withdrawn, AlertState.ESCALATED, Outcome.OPEN));

    assertThat(book.total()).isEqualTo(new Figures(2, 0, 0, 0, 0, 0, 0));
    assertThat(book.total().noFollowUp()).isEqualTo(2);
  }

  @Test
  void alertsOfRulesAndStepsOfAlertsFromBeforeAreLeftOut() {
    Alert ofARule = alert("a", "", "EST-1");
    ofARule.setWatch(null);
    book.raised(ofARule);
    close(alert("from before", "stolen", "EST-1"), Outcome.CONFIRMED);

    assertThat(book.total().hits()).isZero();
    assertThat(book.byList()).isEmpty();
  }

  @Test
  void theTableShowsTheShareThatWasFalseAndADashWhereNobodyKnows() {
    close(raised("a", "stolen", "EST-1"), Outcome.CONFIRMED);
    close(raised("b", "stolen", "EST-1"), Outcome.CLONED);
    raised("c", "", "EST-2");

    assertThat(FigureTable.lines(book))
        .containsExactly(
            "LIST              HITS  SEEN  CONFIRMED  FALSE  MISREAD  COUNTRY  STALE  CLONED  NO FOLLOW-UP  FALSE %",
            "(single entries)     1     0          0      0        0        0      0       0             1        -",
            "stolen               2     2          1      1        0        0      0       1             0       50",
            "CAMERA            HITS  SEEN  CONFIRMED  FALSE  MISREAD  COUNTRY  STALE  CLONED  NO FOLLOW-UP  FALSE %",
            "EST-1                2     2          1      1        0        0      0       1             0       50",
            "EST-2                1     0          0      0        0        0      0       0             1        -",
            "                  HITS  SEEN  CONFIRMED  FALSE  MISREAD  COUNTRY  STALE  CLONED  NO FOLLOW-UP  FALSE %",
            "all                  3     2          1      1        0        0      0       1             1       50");
    assertThat(FigureTable.json(book))
        .hasSize(5)
        .contains(
            "{\"by\":\"camera\",\"name\":\"EST-2\",\"hits\":1,\"acknowledged\":0,\"confirmed\":0,"
                + "\"false\":0,\"misread\":0,\"wrongCountry\":0,\"staleEntry\":0,\"cloned\":0,"
                + "\"noFollowUp\":1,\"shareFalse\":null}");
  }

  private Alert raised(String id, String list, String camera) {
    Alert alert = alert(id, list, camera);
    book.raised(alert);
    return alert;
  }

  private void close(Alert alert, Outcome outcome) {
    book.updated(update(alert, AlertState.CLOSED, outcome));
  }

  private static String camera(Alert alert) {
    return alert.getPassages().get(0).getCameraId();
  }
}
