package eu.passage.cep.notices;

import static eu.passage.cep.followup.WantedAlerts.about;
import static eu.passage.cep.followup.WantedAlerts.crossing;
import static eu.passage.cep.followup.WantedAlerts.heading;
import static eu.passage.cep.followup.WantedAlerts.seen;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertState;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.OpenAlert;
import eu.passage.avro.Outcome;
import eu.passage.avro.Severity;
import eu.passage.avro.WatchAction;
import eu.passage.cep.followup.BorderNews;
import eu.passage.cep.followup.Effects;
import eu.passage.cep.followup.FollowUp;
import eu.passage.cep.followup.FollowUpSettings;
import eu.passage.cep.followup.Offences;
import eu.passage.cep.followup.Refusal;
import eu.passage.cep.followup.VehicleFile;
import eu.passage.cep.followup.WantedAlerts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeWriterTest {

  /** Every word for halting a vehicle in the languages of the notices. */
  private static final Pattern HALT =
      Pattern.compile(
          "\\b(stop|halt|intercept|arrêt|arret|interpell|onderschep|aanhoud|tegenhoud|anhalt)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Recipients RECIPIENTS =
      new Recipients(
          List.of(
              recipient("police-be", "BE", "nl", "en"),
              recipient("ccpd-tournai", "FR", "fr"),
              recipient("polizei", "DE", "de")));

  private final NoticeWriter writer = new NoticeWriter(RECIPIENTS, Offences.shipped());
  private final List<Notice> written = new ArrayList<>();
  private final VehicleFile file = VehicleFile.of(null);
  private final FollowUp followUp =
      new FollowUp(
          FollowUpSettings.DEFAULT, Offences.shipped(), RECIPIENTS::informed, WantedAlerts.CAMERAS);

  @Test
  void eachRecipientIsToldInItsLanguagesAndNoOthers() {
    Alert alert = seen(0, "EST-1");
    alert.setReasons(new HashMap<>(Map.of("en", "seen", "fr", "vue", "nl", "gezien")));
    raise(alert);

    assertThat(written)
        .extracting(Notice::getRecipient)
        .containsExactly("police-be", "ccpd-tournai");
    assertThat(written.get(0).getTexts()).isEqualTo(Map.of("nl", "gezien", "en", "seen"));
    assertThat(written.get(1).getTexts()).isEqualTo(Map.of("fr", "vue"));
    assertThat(written.get(1).getAlert().getReasons()).isEqualTo(Map.of("fr", "vue"));
    assertThat(written).extracting(Notice::getNoticeId).doesNotHaveDuplicates();
  }

  @Test
  void anExpectedArrivalIsToldWhereItWouldBeInFrenchWithThePursuitThatIsAllowed() {
    raise(heading(seen(0, "TOU-1"), "Wattrelos", "FR", 12));

    Notice notice = only(NoticeKind.EXPECTED);
    assertThat(notice.getRecipient()).isEqualTo("ccpd-tournai");
    assertThat(notice.getAt()).isEqualTo(WantedAlerts.TEN.plus(Duration.ofMinutes(12)));
    assertThat(notice.getTexts().get("fr"))
        .isEqualTo(
            "1-ABC-234 (BE), signalé pour vol aggravé (dossier 2026/0042), se dirige vers la"
                + " frontière. Il peut entrer en France par Wattrelos (N511) à partir de 10:12."
                + " À intercepter. La poursuite d’une personne prise en flagrant délit peut"
                + " continuer au-delà de la frontière (art. 41 de la Convention de Schengen) ; à informer"
                + " au plus tard au franchissement : ccpd-tournai. Sa vitesse était de 90 km/h.");
  }

  @ParameterizedTest
  @CsvSource({
    "FR, nach Frankreich eingefahren",
    "NL, in die Niederlande eingefahren",
    "GB, in das Vereinigte Königreich eingefahren",
  })
  void theCountryStandsBehindItsVerbAsItsLanguageWantsIt(String country, String words) {
    Alert alert = crossing(0, "EST-1", "DE", country);
    alert.setRecipients(new ArrayList<>(List.of("polizei")));
    raise(alert);

    assertThat(only(NoticeKind.CROSSED).getTexts().get("de")).contains(words);
  }

  @Test
  void aCrossingIsToldOnBothSides() {
    raise(crossing(0, "EST-1", "BE", "FR"));

    assertThat(of(NoticeKind.CROSSED))
        .extracting(Notice::getRecipient)
        .containsExactly("police-be", "ccpd-tournai");
    assertThat(of(NoticeKind.CROSSED).get(0).getTexts().get("en"))
        .isEqualTo(
            "1-ABC-234 (BE), listed (aggravated theft, case 2026/0042), entered France at EST-1"
                + " (N511) at 10:00. Stop it. A pursuit of somebody caught in the act may go on"
                + " over the border (Schengen Convention art. 41); ccpd-tournai must be informed at"
                + " the latest when it is crossed. Its speed was 90 km/h.");
  }

  @Test
  void anAverageIsSaidToBeOne() {
    Alert inland = seen(0, "TOU-1");
    inland.setSpeed(null);
    raise(heading(inland, "EST-3", "FR", 2));
    Alert border = crossing(5, "EST-3", "BE", "FR");
    border.setSpeed(null);
    raise(border);

    assertThat(only(NoticeKind.EXPECTED).getTexts().get("fr")).doesNotContain("km/h");
    assertThat(of(NoticeKind.CROSSED).get(1).getTexts().get("fr"))
        .endsWith(" Depuis TOU-1, il roulait en moyenne à 42 km/h au moins.");
    assertThat(of(NoticeKind.CROSSED).get(0).getTexts().get("nl"))
        .endsWith(" Sinds TOU-1 reed het gemiddeld minstens 42 km/u.");
  }

  @Test
  void anOffenceWithoutPursuitSaysSoInEveryLanguage() {
    raise(about(crossing(0, "EST-1", "BE", "FR"), "uninsured", WatchAction.STOP));

    assertThat(of(NoticeKind.CROSSED).get(1).getTexts().get("fr"))
        .contains("Ce motif ne permet pas de poursuite");
    assertThat(of(NoticeKind.CROSSED).get(0).getTexts().get("nl"))
        .contains("Dit motief laat geen achtervolging over de grens toe");
  }

  @Test
  void whoIsNoRecipientOfTheEntryLearnsNothing() {
    raise(crossing(0, "EST-1", "BE", "DE"));

    assertThat(written).extracting(Notice::getRecipient).doesNotContain("polizei");
  }

  /** Whatever happens to it, and whoever is told. */
  @Test
  void aDiscreetEntryNeverSpeaksOfHaltingTheVehicle() {
    Alert first = about(seen(0, "TOU-1"), "aggravated-theft", WatchAction.DISCREET);
    first.setRecipients(new ArrayList<>(List.of("police-be", "ccpd-tournai", "polizei")));
    raise(heading(first, "Wattrelos", "FR", 12));
    followUp.clock(WantedAlerts.TEN.plus(Duration.ofMinutes(6)), file, sink());
    followUp.eventTime(WantedAlerts.TEN.plus(Duration.ofHours(1)), file, sink());
    raise(about(crossing(70, "EST-1", "BE", "FR"), "aggravated-theft", WatchAction.DISCREET));
    act(Outcome.OPEN);
    act(Outcome.STALE_ENTRY);

    assertThat(written)
        .extracting(Notice::getKind)
        .contains(
            NoticeKind.ALERT,
            NoticeKind.EXPECTED,
            NoticeKind.TURNED_OFF,
            NoticeKind.CROSSED,
            NoticeKind.UPDATE);
    assertThat(written)
        .allSatisfy(notice -> assertThat(HALT.matcher(notice.toString()).find()).isFalse());
  }

  @Test
  void theWordThatIsLookedForIsInTheNoticesOfOtherEntries() {
    raise(crossing(0, "EST-1", "BE", "FR"));

    assertThat(of(NoticeKind.CROSSED))
        .allSatisfy(
            notice -> assertThat(HALT.matcher(notice.getTexts().toString()).find()).isTrue());
  }

  @Test
  void stepsAreToldToAllWhoWereToldTheAlert() {
    raise(seen(0, "EST-1"));
    written.clear();
    act(Outcome.STALE_ENTRY);

    assertThat(written).hasSize(2);
    assertThat(written.get(0).getTexts().get("en"))
        .isEqualTo("Alert on 1-ABC-234 (BE): closed, the entry was out of date.");
    assertThat(written.get(1).getTexts().get("fr"))
        .isEqualTo("Alerte sur 1-ABC-234 (BE) : close, le signalement n’était plus à jour.");
  }

  @Test
  void whoActsOnWhatIsNotOpenIsToldSoAloneAndInItsLanguages() {
    act(Outcome.CONFIRMED, "alert-7", "police-be");

    assertThat(written).hasSize(1);
    Notice notice = written.get(0);
    assertThat(notice.getRecipient()).isEqualTo("police-be");
    assertThat(notice.getTexts())
        .isEqualTo(
            Map.of(
                "nl",
                "De actie op melding alert-7 is geweigerd: die melding staat niet open.",
                "en",
                "Nothing was done with alert alert-7: it is not open."));
    assertThat(notice.getSeverity()).isEqualTo(Severity.LOW);
    assertThat(notice.getUpdate().getState()).isEqualTo(AlertState.REFUSED);
    assertThat(notice.getUpdate().getComment()).isEqualTo("alert alert-7 is not open");
  }

  @Test
  void whoWasNotToldOfAnAlertLearnsNothingOfItByActingOnIt() {
    raise(seen(0, "EST-1"));
    written.clear();
    act(Outcome.CONFIRMED, "alert-0", "polizei");

    assertThat(written).extracting(Notice::getRecipient).containsExactly("polizei");
    assertThat(written.get(0).toString())
        .contains("polizei wurde darüber nicht unterrichtet.")
        .doesNotContain("1-ABC-234", "1ABC234", "2026/0042", "44/11/3", "W-1", "EST-1", "judicial");
  }

  @Test
  void whoActsAndIsNoRecipientIsToldNothing() {
    act(Outcome.CONFIRMED, "alert-7", "somebody");

    assertThat(written).isEmpty();
  }

  /** The audit asks under which case. */
  @Test
  void everyNoticeOfAVehicleNamesItsCaseAndItsBasis() {
    raise(heading(seen(0, "TOU-1"), "Wattrelos", "FR", 12));
    followUp.clock(WantedAlerts.TEN.plus(Duration.ofMinutes(6)), file, sink());
    followUp.eventTime(WantedAlerts.TEN.plus(Duration.ofHours(1)), file, sink());
    raise(crossing(70, "EST-1", "BE", "FR"));
    act(Outcome.OPEN);
    act(Outcome.CONFIRMED);

    assertThat(written)
        .extracting(Notice::getKind)
        .contains(
            NoticeKind.ALERT,
            NoticeKind.EXPECTED,
            NoticeKind.TURNED_OFF,
            NoticeKind.CROSSED,
            NoticeKind.UPDATE);
    assertThat(written)
        .allSatisfy(
            notice -> {
              assertThat(notice.getCaseNumber()).isEqualTo("2026/0042");
              assertThat(notice.getLegalBasis()).isEqualTo("art. 44/11/3");
              assertThat(notice.getPurpose()).isEqualTo("judicial");
            });
  }

  @Test
  void noLanguageLacksASentence() throws IOException {
    for (String language : List.of("fr", "nl", "de")) {
      assertThat(keys("words_" + language)).as(language).isEqualTo(keys("words"));
    }
  }

  /** A country is named apart only where its language needs that. */
  private static Set<String> keys(String file) throws IOException {
    return words(file).stringPropertyNames().stream()
        .filter(key -> !key.startsWith("enter.") || key.equals("enter.other"))
        .collect(Collectors.toSet());
  }

  private static Properties words(String file) throws IOException {
    Properties words = new Properties();
    try (var in = NoticeWords.class.getResourceAsStream(file + ".properties")) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return words;
  }

  private void raise(Alert alert) {
    followUp.raised(alert, file, alert.getAt(), sink());
  }

  private void act(Outcome outcome) {
    act(outcome, "alert-0", "police-be");
  }

  private void act(Outcome outcome, String alert, String recipient) {
    Instant now = WantedAlerts.TEN.plus(Duration.ofMinutes(80));
    followUp.acted(
        AlertAction.newBuilder()
            .setActionId("A-" + outcome)
            .setAlertId(alert)
            .setVehicleKey(WantedAlerts.KEY)
            .setRecipient(recipient)
            .setBy("control-room")
            .setAt(now)
            .setOutcome(outcome)
            .build(),
        file,
        now,
        sink());
  }

  private List<Notice> of(NoticeKind kind) {
    return written.stream().filter(notice -> notice.getKind() == kind).toList();
  }

  private Notice only(NoticeKind kind) {
    List<Notice> found = of(kind);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static Recipient recipient(String id, String country, String... languages) {
    return new Recipient(id, id, country, List.of(languages), true, Duration.ofDays(30));
  }

  private Effects sink() {
    return new Effects() {
      @Override
      public void alert(Alert alert) {
        written.addAll(writer.of(alert));
      }

      @Override
      public void update(AlertUpdate update, OpenAlert alert) {
        written.addAll(writer.of(update, alert));
      }

      @Override
      public void border(BorderNews news) {
        written.addAll(writer.of(news));
      }

      @Override
      public void silenced(Alert alert) {}

      @Override
      public void refused(AlertAction action, Refusal why) {
        written.addAll(writer.of(action, why, action.getAt()));
      }
    };
  }
}
