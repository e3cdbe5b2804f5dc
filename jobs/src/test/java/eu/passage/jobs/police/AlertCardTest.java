package eu.passage.jobs.police;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.MatchTier;
import eu.passage.avro.WatchAction;
import eu.passage.cep.alerts.WatchAlertWriter;
import eu.passage.jobs.console.Style;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an officer sees of a vehicle of the watchlist. */
class AlertCardTest {

  private final Alert alert = CardAlerts.alert(WatchAction.STOP);

  @Test
  void itTellsAllThatAnOfficerNeeds() {
    assertThat(lines(alert, "fr"))
        .containsExactly(
            "▌ STOP  HIGH  tier B, a letter or digit was settled",
            "▌ read 1A8C234 (BE)   listed 1ABC234 (BE)",
            "▌        ^                     ^",
            "▌ red car, Renault · type agrees · colour DIFFERS · confirmed by EST-3",
            "▌ EST-1 · Estaimpuis - Wattrelos · FR>BE · plate read 97 % · approaching · 72 km/h",
            "▌ Fri 13 Mar 02:10:04 · 12 s ago",
            "▌ next EST-2 into FR from 02:12 · TOU-1 from 02:22",
            "▌ Vu.",
            "▌ entry W-1 version 2 · made 12 days ago · active from Mon 2 Mar 02:10:04 · list stolen-be",
            "▌ vol aggravé · case 2026/0042 · art. 44/11/3",
            "▌ evidence frame-1 sha256 0123456789ab… · frame-2 sha256 0123456789ab…",
            "▌ frame-3 sha256 0123456789ab… · and 1 more",
            "▌ to police-be, ccpd-tournai");
  }

  @Test
  void theSentenceIsInTheReadersLanguageElseInEnglish() {
    assertThat(lines(alert, "en")).contains("▌ Seen.");
    assertThat(lines(alert, "nl")).contains("▌ Seen.");
  }

  @Test
  void anExactPlateIsWrittenAsOnThePlateWithoutMarks() {
    alert.setPlate("1ABC234");
    alert.getWatch().setDiffers(new ArrayList<>());
    assertThat(lines(alert, "en"))
        .contains("▌ read 1-ABC-234 (BE)   listed 1-ABC-234 (BE)")
        .noneMatch(line -> line.contains("^"));
  }

  @Test
  void aDescriptionHasNoPlateToShow() {
    alert.getWatch().setPlate("");
    alert.getWatch().setDiffers(new ArrayList<>());
    assertThat(lines(alert, "en")).contains("▌ read 1A8C234 (BE)   listed by description");
  }

  @Test
  void whatMustBeReviewedAndWhatIsNotNowSayThatFirst() {
    alert.getWatch().setTier(MatchTier.C);
    assertThat(lines(alert, "en").get(0)).contains("TO BE REVIEWED").doesNotContain("NOT NOW");
    alert.setLate(true);
    assertThat(lines(alert, "en").get(0)).contains("NOT NOW: came late");
    alert.getWatch().setEarlier(true);
    assertThat(lines(alert, "en").get(0)).contains("NOT NOW: passed before the entry");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "nl", "de"})
  void aDiscreetOneHasNoWordOfHalting(String language) {
    assertThat(String.join("\n", lines(CardAlerts.alert(WatchAction.DISCREET), language)))
        .contains("DISCREET")
        .doesNotContainIgnoringCase("stop")
        .doesNotContainIgnoringCase("intercept");
  }

  @Test
  void noLineIsWiderThanTheCardHoweverLongAWordIs() {
    alert.setReasons(Map.of("en", "word ".repeat(60) + "x".repeat(300)));
    alert.getWatch().setCaseNumber("c".repeat(200));
    assertThat(lines(alert, "en")).allMatch(line -> line.length() <= 96);
  }

  /** The sentence says so, in the words that the detection job has for it; no line is left out. */
  @ParameterizedTest
  @CsvSource({"en, words", "fr, words_fr", "nl, words_nl", "de, words_de"})
  void thatANewerListIsOverdueIsOnTheCardInTheReadersLanguage(String language, String words)
      throws IOException {
    Properties known = new Properties();
    try (InputStream in = WatchAlertWriter.class.getResourceAsStream(words + ".properties")) {
      known.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    String overdue = known.getProperty("age.stale");
    alert.setReasons(Map.of(language, "… ".repeat(300) + overdue + " …"));

    String card =
        lines(alert, language).stream()
            .map(line -> line.substring("▌ ".length()))
            .collect(Collectors.joining(" "));

    assertThat(card).contains(overdue);
  }

  @Test
  void coloursAreForTerminalsAndMarkTheCharactersThatDiffer() {
    assertThat(String.join("", lines(alert, "en"))).doesNotContain("\u001b");
    assertThat(String.join("", new AlertCard(Style.COLOURED, "en").lines(alert, CardAlerts.AT)))
        .contains("\u001b[1;31m8\u001b[0m", "\u001b[1;31mB\u001b[0m");
  }

  @Test
  void whatARecordHoldsCannotSteerTheTerminal() {
    alert.getWatch().setCaseNumber("\u001b[2J\u009b2J\u202e42");
    alert.setPlate("1A\u001b8C234");
    assertThat(String.join("", lines(alert, "en")))
        .contains("case ·[2J·2J·42", "1A·8C234")
        .doesNotContain("\u001b", "\u009b", "\u202e");
  }

  @Test
  void theAgeIsToldInSecondsThenInMinutes() {
    assertThat(CardText.ago(CardAlerts.AT, CardAlerts.AT.plusSeconds(119))).isEqualTo("119 s ago");
    assertThat(CardText.ago(CardAlerts.AT, CardAlerts.AT.plusSeconds(120))).isEqualTo("2 min ago");
    assertThat(CardText.ago(CardAlerts.AT, CardAlerts.AT.plus(Duration.ofHours(3))))
        .isEqualTo("3 h ago");
    assertThat(CardText.ago(CardAlerts.AT, CardAlerts.AT.minusSeconds(5))).isEqualTo("in 5 s");
  }

  private static List<String> lines(Alert alert, String language) {
    return new AlertCard(Style.PLAIN, language).lines(alert, CardAlerts.AT.plusSeconds(12));
  }
}
