package eu.passage.cep.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.AlertAction;
import eu.passage.avro.Crossing;
import eu.passage.avro.ExpectedArrival;
import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.Outcome;
import eu.passage.avro.Pursuit;
import eu.passage.avro.Severity;
import eu.passage.avro.WatchAction;
import eu.passage.cep.followup.BorderNews;
import eu.passage.cep.followup.Offences;
import eu.passage.cep.followup.Refusal;
import eu.passage.cep.followup.WantedAlerts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services are called as their readers call them. */
class RecipientNamesTest {

  private static final List<String> LANGUAGES = Recipient.LANGUAGES;
  private static final Instant TEN = WantedAlerts.TEN;

  /** The shipped ones, as if each were told in all languages, this one first. */
  private static Recipients polyglots(String first) {
    List<String> languages = new ArrayList<>(List.of(first));
    LANGUAGES.stream().filter(one -> !one.equals(first)).forEach(languages::add);
    return new Recipients(
        Recipients.DEFAULT.all().stream()
            .map(
                one ->
                    new Recipient(
                        one.id(),
                        one.name(),
                        one.country(),
                        languages,
                        one.police(),
                        one.retention()))
            .toList());
  }

  @Test
  void everyShippedRecipientHasANameInEveryLanguage() {
    assertThat(Recipients.DEFAULT.all())
        .allSatisfy(one -> assertThat(one.name().byLanguage()).containsOnlyKeys(LANGUAGES));
  }

  @Test
  void noNoticeHoldsANameOfAnotherLanguage() {
    List<Notice> notices = everything(polyglots("en"));

    assertThat(notices)
        .extracting(Notice::getKind)
        .contains(
            NoticeKind.EXPECTED, NoticeKind.CROSSED, NoticeKind.TURNED_OFF, NoticeKind.UPDATE);
    for (Notice notice : notices) {
      assertThat(notice.getTexts()).containsOnlyKeys(LANGUAGES);
      notice.getTexts().forEach(RecipientNamesTest::assertNoForeignName);
    }
  }

  private static void assertNoForeignName(String language, String text) {
    Set<String> own = names(language);
    Set<String> others = new TreeSet<>();
    LANGUAGES.forEach(other -> others.addAll(names(other)));
    others.removeAll(own);
    assertThat(others).hasSizeGreaterThan(3);
    assertThat(text).as(language).doesNotContainIgnoringCase(others.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "FR, en, CCPD Tournai",
    "FR, fr, CCPD Tournai",
    "FR, nl, CPDS Doornik",
    "FR, de, GZ Tournai",
    "BE, en, local police",
    "BE, fr, police locale",
    "BE, nl, lokale politie",
    "BE, de, lokale Polizei",
  })
  void whoMustBeInformedIsNamedInTheLanguageWhateverIsAsked(
      String entered, String language, String name) {
    for (WatchAction action : WatchAction.values()) {
      for (String offence : Offences.shipped().ids()) {
        assertThat(told(polyglots("en"), NoticeKind.CROSSED, entered, action, offence))
            .isNotEmpty()
            .allSatisfy(notice -> assertThat(notice.getTexts().get(language)).contains(name));
      }
    }
  }

  @Test
  void aRefusedRecipientIsCalledByItsOwnName() {
    assertThat(
            new NoticeWriter(polyglots("en"), Offences.shipped())
                .of(action("police-be"), Refusal.NOT_TOLD, TEN))
        .singleElement()
        .satisfies(
            notice ->
                assertThat(notice.getTexts())
                    .hasEntrySatisfying("fr", text -> assertThat(text).contains("police locale"))
                    .hasEntrySatisfying("nl", text -> assertThat(text).contains("lokale politie"))
                    .hasEntrySatisfying("de", text -> assertThat(text).contains("lokale Polizei")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "nl", "de"})
  void whatProgramsReadIsInTheRecipientsFirstLanguage(String first) {
    assertThat(
            told(polyglots(first), NoticeKind.CROSSED, "BE", WatchAction.STOP, "aggravated-theft"))
        .isNotEmpty()
        .allSatisfy(
            notice ->
                assertThat(notice.getCrossing().getInform())
                    .isEqualTo(Recipients.DEFAULT.informed("BE", first)));
  }

  @Test
  void aNameFromBeforeTheServicesWereRenamedStays() {
    ExpectedArrival kept = vehicle("FR", WatchAction.STOP, "aggravated-theft");
    kept.getCrossing().setInform("CCPD Lille");

    assertThat(
            new NoticeWriter(polyglots("fr"), Offences.shipped())
                .of(new BorderNews(NoticeKind.EXPECTED, kept)))
        .isNotEmpty()
        .allSatisfy(
            notice -> {
              assertThat(notice.getCrossing().getInform()).isEqualTo("CCPD Lille");
              assertThat(notice.getTexts().get("nl")).contains("CCPD Lille");
            });
    assertThat(kept.getCrossing().getInform()).isEqualTo("CCPD Lille");
  }

  @Test
  void whereALanguageIsMissingTheEnglishNameStandsInElseAnother() {
    assertThat(RecipientName.of("PolFed").in("de")).isEqualTo("PolFed");
    assertThat(RecipientName.of(Map.of("en", "police", "nl", "politie")).in("fr"))
        .isEqualTo("police");
    assertThat(RecipientName.of(Map.of("de", "Polizei", "nl", "politie")).in("fr"))
        .isEqualTo("politie");
  }

  @Test
  void aNameInALanguageThatNobodyIsToldInIsRefused() {
    assertThatThrownBy(() -> RecipientName.of(Map.of("en", "police", "it", "polizia")))
        .hasMessage("a name is in languages of [en, fr, nl, de], not [en, it]");
    assertThatThrownBy(() -> RecipientName.of(Map.of())).hasMessageContaining("not blank");
    assertThatThrownBy(() -> RecipientName.of(" ")).hasMessageContaining("not blank");
  }

  /** Every kind of notice that may name a service, of every action and offence, both ways. */
  private static List<Notice> everything(Recipients recipients) {
    List<Notice> notices = new ArrayList<>();
    for (NoticeKind kind :
        List.of(NoticeKind.EXPECTED, NoticeKind.CROSSED, NoticeKind.TURNED_OFF)) {
      for (String entered : List.of("BE", "FR")) {
        for (WatchAction action : WatchAction.values()) {
          for (String offence : Offences.shipped().ids()) {
            notices.addAll(told(recipients, kind, entered, action, offence));
          }
        }
      }
    }
    NoticeWriter writer = new NoticeWriter(recipients, Offences.shipped());
    for (Refusal why : Refusal.values()) {
      recipients.all().forEach(one -> notices.addAll(writer.of(action(one.id()), why, TEN)));
    }
    return notices;
  }

  private static List<Notice> told(
      Recipients recipients, NoticeKind kind, String entered, WatchAction action, String offence) {
    return new NoticeWriter(recipients, Offences.shipped())
        .of(new BorderNews(kind, vehicle(entered, action, offence)));
  }

  private static ExpectedArrival vehicle(String entered, WatchAction action, String offence) {
    return ExpectedArrival.newBuilder()
        .setAlertId("alert-0")
        .setEntryId("W-1")
        .setVehicleKey(WantedAlerts.KEY)
        .setPlate(WantedAlerts.PLATE)
        .setCountry("BE")
        .setAction(action)
        .setOffence(offence)
        .setCaseNumber("2026/0042")
        .setLegalBasis("art. 44/11/3")
        .setCrossing(
            Crossing.newBuilder()
                .setPlace("EST-3")
                .setRoad("N511")
                .setFromCountry(entered.equals("BE") ? "FR" : "BE")
                .setToCountry(entered)
                .setAt(TEN)
                .setPursuit(
                    action == WatchAction.DISCREET
                        ? Pursuit.NOT_ALLOWED
                        : Offences.shipped().pursuit(offence))
                .setPursuitBasis(Offences.shipped().basis())
                .setInform(Recipients.DEFAULT.informed(entered))
                .build())
        .setSeverity(Severity.HIGH)
        .setPurpose("judicial")
        .setRecipients(
            new ArrayList<>(Recipients.DEFAULT.all().stream().map(Recipient::id).toList()))
        .setUntil(TEN)
        .build();
  }

  private static AlertAction action(String recipient) {
    return AlertAction.newBuilder()
        .setActionId("action-0")
        .setAlertId("alert-0")
        .setVehicleKey(WantedAlerts.KEY)
        .setRecipient(recipient)
        .setBy("control room")
        .setAt(TEN)
        .setOutcome(Outcome.OPEN)
        .build();
  }

  private static Set<String> names(String language) {
    return Recipients.DEFAULT.all().stream()
        .map(one -> one.name().in(language))
        .collect(Collectors.toSet());
  }
}
