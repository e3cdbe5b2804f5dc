package eu.passage.cep.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertState;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.Notice;
import eu.passage.avro.OpenAlert;
import eu.passage.avro.Outcome;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.followup.BorderNews;
import eu.passage.cep.followup.Effects;
import eu.passage.cep.followup.FollowUp;
import eu.passage.cep.followup.FollowUpSettings;
import eu.passage.cep.followup.Offences;
import eu.passage.cep.followup.Refusal;
import eu.passage.cep.followup.VehicleFile;
import eu.passage.cep.followup.WantedAlerts;
import eu.passage.cep.notices.NoticeWriter;
import eu.passage.cep.notices.Recipient;
import eu.passage.cep.notices.Recipients;
import eu.passage.cep.watch.Tier;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for discreetly must not be halted because of a word. */
class DiscreetTest {

  /** Stems of words for halting a vehicle or seizing who is in it, in the four languages. */
  private static final Pattern HALT =
      Pattern.compile(
          "stop|halt|intercept|arrest|seize|detain"
              + "|arrêt|interpell|immobilis|saisi"
              + "|onderschep|tegenhou|aanhoud|aangehouden|staande"
              + "|anhalt|angehalten|aufhalt|festnehm|festhalt",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final List<String> LANGUAGES = List.of("en", "fr", "nl", "de");

  private static final Recipients EVERYBODY =
      new Recipients(
          List.of(
              new Recipient("police-be", "police", "BE", LANGUAGES, true, Duration.ofDays(365)),
              new Recipient("ccpd", "CCPD", "FR", LANGUAGES, true, Duration.ofDays(30))));

  @ParameterizedTest
  @EnumSource(Tier.class)
  void noFieldOfAnAlertHoldsAWordOfHalting(Tier tier) {
    if (tier.alerts()) {
      assertThat(discreet("FR>BE", tier).toString()).doesNotContainPattern(HALT);
    }
  }

  @Test
  void norOfAnEarlierOne() {
    Alert alert =
        Hits.earlier(Hits.passage("1ABC234", "BE>FR"), Hits.entry("1ABC234", WatchAction.DISCREET));
    assertThat(alert.toString()).doesNotContainPattern(HALT);
  }

  @Test
  void norAnyNoticeOfItWhateverHappens() {
    NoticeWriter writer = new NoticeWriter(EVERYBODY, Offences.shipped());
    Told told = new Told(writer);
    FollowUp followUp =
        new FollowUp(
            FollowUpSettings.DEFAULT,
            Offences.shipped(),
            EVERYBODY::informed,
            WantedAlerts.CAMERAS);
    VehicleFile file = VehicleFile.of(null);
    Alert inward = discreet("FR>BE", Tier.A);
    Alert inland = discreet("", Tier.A);
    inland.setAlertId("another");
    inland.setAt(inward.getAt().plus(Duration.ofMinutes(30)));
    followUp.raised(inward, file, inward.getAt(), told);
    followUp.raised(inland, file, inland.getAt(), told);
    followUp.eventTime(inland.getAt().plus(Duration.ofDays(1)), file, told);
    for (Outcome outcome : Outcome.values()) {
      for (AlertState state :
          EnumSet.complementOf(
              EnumSet.of(AlertState.UNKNOWN, AlertState.OPEN, AlertState.REFUSED))) {
        told.update(update(inward, state, outcome), told.opened(inward));
      }
      for (Refusal why : Refusal.values()) {
        told.refused(action(inward, outcome), why);
      }
    }

    assertThat(told.notices)
        .extracting(Notice::getKind)
        .extracting(Enum::name)
        .contains("ALERT", "CROSSED", "EXPECTED", "TURNED_OFF", "UPDATE");
    assertThat(told.notices)
        .allSatisfy(
            notice -> {
              assertThat(notice.getTexts()).containsOnlyKeys(LANGUAGES);
              assertThat(notice.toString()).doesNotContainPattern(HALT);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_fr", "_nl", "_de"})
  void theWordStandsInOnePlaceOfEachFile(String language) throws IOException {
    for (Class<?> speaker : List.of(WatchSentence.class, NoticeWriter.class)) {
      Properties words = properties(speaker, language);
      assertThat(words.getProperty("action.STOP")).containsPattern(HALT);
      words.remove("action.STOP");
      assertThat(words.values())
          .allSatisfy(text -> assertThat(text.toString()).doesNotContainPattern(HALT));
    }
  }

  private static Alert discreet(String crossing, Tier tier) {
    WatchEntry entry = Hits.entry("1ABC234", WatchAction.DISCREET);
    entry.setRecipients(new ArrayList<>(List.of("police-be", "ccpd")));
    return Hits.alert(Hits.passage("1ABC234", crossing), entry, tier);
  }

  private static AlertUpdate update(Alert alert, AlertState state, Outcome outcome) {
    return AlertUpdate.newBuilder()
        .setUpdateId((state + "-" + outcome).toLowerCase(Locale.ROOT))
        .setAlertId(alert.getAlertId())
        .setVehicleKey(alert.getVehicleKey())
        .setEntryId("W-1")
        .setCameraId("EST-1")
        .setState(state)
        .setOutcome(outcome)
        .setBy("control room")
        .setAt(alert.getAt())
        .setRecipients(alert.getRecipients())
        .build();
  }

  private static AlertAction action(Alert alert, Outcome outcome) {
    return AlertAction.newBuilder()
        .setActionId("action-" + outcome.name().toLowerCase(Locale.ROOT))
        .setAlertId(alert.getAlertId())
        .setVehicleKey(alert.getVehicleKey())
        .setRecipient("police-be")
        .setBy("control room")
        .setAt(alert.getAt())
        .setOutcome(outcome)
        .build();
  }

  private static Properties properties(Class<?> speaker, String language) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(speaker.getResourceAsStream("words" + language + ".properties"))) {
      Properties properties = new Properties();
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return properties;
    }
  }

  /** All that recipients are told. */
  private static final class Told implements Effects {

    private final NoticeWriter writer;
    private final List<Notice> notices = new ArrayList<>();

    Told(NoticeWriter writer) {
      this.writer = writer;
    }

    OpenAlert opened(Alert alert) {
      return OpenAlert.newBuilder()
          .setAlertId(alert.getAlertId())
          .setEntryId("W-1")
          .setVehicleKey(alert.getVehicleKey())
          .setList("")
          .setCameraId("EST-1")
          .setPlate(alert.getPlate())
          .setCountry(alert.getCountry())
          .setPurpose(alert.getPurpose())
          .setRecipients(alert.getRecipients())
          .setAt(alert.getAt())
          .setRaisedAt(alert.getAt())
          .setFirst(alert.getAlertId())
          .build();
    }

    @Override
    public void alert(Alert alert) {
      notices.addAll(writer.of(alert));
    }

    @Override
    public void update(AlertUpdate update, OpenAlert alert) {
      notices.addAll(writer.of(update, alert));
    }

    @Override
    public void border(BorderNews news) {
      notices.addAll(writer.of(news));
    }

    @Override
    public void silenced(Alert alert) {
      throw new AssertionError(alert);
    }

    @Override
    public void refused(AlertAction action, Refusal why) {
      notices.addAll(writer.of(action, why, action.getAt()));
    }
  }
}
