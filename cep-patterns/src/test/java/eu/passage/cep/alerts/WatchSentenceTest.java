package eu.passage.cep.alerts;

import static eu.passage.cep.Samples.local;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Agreement;
import eu.passage.avro.Alert;
import eu.passage.avro.Direction;
import eu.passage.avro.Passage;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchReference;
import eu.passage.cep.watch.Confirmation;
import eu.passage.cep.watch.Tier;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a vehicle of the watchlist. */
class WatchSentenceTest {

  private final Passage passage = Hits.passage("1A8C234", "FR>BE");
  private final WatchEntry entry = Hits.entry("1ABC234", WatchAction.STOP);

  @Test
  void inEnglish() {
    assertThat(sentence("en"))
        .isEqualTo(
            "Car 1A8C234 (BE), red, listed (aggravated theft, case 2026/0042), crossed into"
                + " Belgium at EST-1 (N511) at 02:10 on 13 March. Its speed was 72 km/h. Read as"
                + " 1A8C234, listed as 1ABC234: 8 instead of B. A letter or digit was settled by"
                + " the form of the plate. The entry was made 12 days ago. Where it can be next:"
                + " EST-2 (Leers-Nord - Leers), into France, from 02:11; EST-3 (Néchin - Toufflers),"
                + " into France, from 02:12. Stop it.");
  }

  @Test
  void inFrench() {
    assertThat(sentence("fr"))
        .isEqualTo(
            "Véhicule (voiture) 1A8C234 (BE), rouge, objet d’un signalement pour vol aggravé"
                + " (dossier 2026/0042), a franchi la frontière vers la Belgique à EST-1 (N511) le"
                + " 13 mars à 02:10. Vitesse : 72 km/h. Plaque lue 1A8C234, plaque signalée 1ABC234"
                + " : 8 au lieu de B. Une lettre ou un chiffre a été déterminé par la forme de la"
                + " plaque. Signalement établi il y a 12 jours. Prochains passages possibles :"
                + " EST-2 (Leers-Nord - Leers), vers la France, à partir de 02:11; EST-3 (Néchin -"
                + " Toufflers), vers la France, à partir de 02:12. À intercepter.");
  }

  @Test
  void inDutch() {
    assertThat(sentence("nl"))
        .isEqualTo(
            "Auto 1A8C234 (BE), rood, gesignaleerd (diefstal met verzwarende omstandigheden,"
                + " dossier 2026/0042), reed op 13 maart om 02:10 bij EST-1 (N511) over de grens"
                + " naar België. De snelheid was 72 km/u. Gelezen als 1A8C234, gesignaleerd als"
                + " 1ABC234: 8 in plaats van B. Een letter of cijfer is bepaald door de vorm van de"
                + " plaat. De signalering is 12 dagen geleden opgemaakt. Waar het hierna kan zijn:"
                + " EST-2 (Leers-Nord - Leers), naar Frankrijk, vanaf 02:11; EST-3 (Néchin -"
                + " Toufflers), naar Frankrijk, vanaf 02:12. Onderscheppen.");
  }

  @Test
  void inGerman() {
    assertThat(sentence("de"))
        .isEqualTo(
            "Pkw 1A8C234 (BE), rot, ausgeschrieben (schwerer Diebstahl, Akte 2026/0042), hat am"
                + " 13. März um 02:10 Uhr bei EST-1 (N511) die Grenze nach Belgien überquert. Die"
                + " Geschwindigkeit betrug 72 km/h. Gelesen als 1A8C234, ausgeschrieben als"
                + " 1ABC234: 8 statt B. Ein Buchstabe oder eine Ziffer wurde anhand der Form des"
                + " Kennzeichens geklärt. Ausschreibung erstellt vor 12 Tagen. Wo es als Nächstes"
                + " sein kann: EST-2 (Leers-Nord - Leers), nach Frankreich, ab 02:11 Uhr; EST-3 (Néchin"
                + " - Toufflers), nach Frankreich, ab 02:12 Uhr. Anhalten.");
  }

  @Test
  void theReasonIsTheEnglishOne() {
    assertThat(Hits.alert(passage, entry, Tier.B).getReason()).isEqualTo(sentence("en"));
  }

  @Test
  void anEarlierPassageIsNeverToldAsNow() {
    entry.setStartsAt(local("2026-03-13T05:00"));
    assertThat(Hits.earlier(passage, entry).getReasons())
        .hasEntrySatisfying(
            "en",
            text ->
                assertThat(text)
                    .startsWith("Passed 3 hours ago, before the entry was active, not now: Car")
                    .doesNotContain("Where it can be next"))
        .hasEntrySatisfying(
            "fr",
            text ->
                assertThat(text)
                    .startsWith(
                        "Passage il y a 3 heures, avant que le signalement soit actif, pas"
                            + " maintenant : Véhicule"))
        .hasEntrySatisfying(
            "nl",
            text ->
                assertThat(text)
                    .startsWith(
                        "3 uur geleden voorbijgereden, voordat de signalering actief was, niet nu:"))
        .hasEntrySatisfying(
            "de",
            text ->
                assertThat(text)
                    .startsWith(
                        "Durchfahrt vor 3 Stunden, bevor die Ausschreibung galt, nicht jetzt:"));
  }

  @Test
  void anEntryThatWasActiveBeforeItCameHereIsToldAsNewlyKnown() {
    assertThat(Hits.earlier(passage, entry).getReason())
        .startsWith("Passed 3 hours ago, before the entry was known here, not now: Car");
  }

  @Test
  void whereEventTimeIsNotYetKnownAnEarlierPassageIsStillNotNow() {
    Alert alert = Hits.earlier(passage, entry);
    assertThat(
            new WatchSentence("en").of(alert, null, Instant.MAX, passage.getAt().minusSeconds(1)))
        .startsWith("Passed before the entry was known here, not now: Car");
  }

  @Test
  void whatCameLateBeginsWithThat() {
    passage.setLate(true);
    assertThat(sentence("en")).startsWith("Reported late, not now: Car");
  }

  @Test
  void theWayIsToldWhereNoBorderIsCrossed() {
    Passage inland = Hits.passage("1ABC234", "");
    inland.setDirection(Direction.RECEDING);
    assertThat(Hits.alert(inland, entry, Tier.A).getReason())
        .contains("passed EST-1 (N511), going away from it, at 02:10 on 13 March.");
  }

  @Test
  void whatMustBeReviewedSaysSo() {
    assertThat(Hits.alert(passage, entry, Tier.C).getReason())
        .contains("To be reviewed by a person before anyone acts.");
  }

  @Test
  void whatAgreesAndWhatDiffersIsNamed() {
    Alert alert = Hits.alert(passage, entry, Tier.C);
    WatchReference watch = alert.getWatch();
    watch.setType(Agreement.AGREES);
    watch.setColour(Agreement.DIFFERS);
    watch.setMake(Agreement.AGREES);

    assertThat(
            new WatchSentence("en")
                .of(alert, new Confirmation("EST-3", true, false), Instant.MAX, Hits.NOW))
        .contains("Differs from the entry: colour. Agrees with the entry: type, make.")
        .contains("EST-3 read the plate as listed before.");
  }

  @Test
  void aBulkListIsNamedWithItsAge() {
    entry.setList("stolen-be");
    entry.setMadeAt(passage.getAt().minus(Duration.ofHours(1)));
    assertThat(sentence("en")).contains("List stolen-be was made 1 hour ago.");
    assertThat(sentence("de")).contains("Liste stolen-be erstellt vor 1 Stunde.");
  }

  @Test
  void fromWhenOnAListIsStaleItsSentenceSaysSo() {
    Alert alert = Hits.alert(passage, entry, Tier.A);
    Instant at = passage.getAt();

    assertThat(new WatchSentence("en").of(alert, null, at, Hits.NOW))
        .contains("A newer list is overdue: check whether the entry still stands.");
    assertThat(new WatchSentence("fr").of(alert, null, at, Hits.NOW)).contains("se fait attendre");
    assertThat(new WatchSentence("nl").of(alert, null, at, Hits.NOW)).contains("lijst blijft uit");
    assertThat(new WatchSentence("de").of(alert, null, at, Hits.NOW))
        .contains("Liste ist überfällig");
    assertThat(new WatchSentence("en").of(alert, null, at.plusMillis(1), Hits.NOW))
        .doesNotContain("overdue");
  }

  @Test
  void aWildcardIsToldAsItIsListed() {
    assertThat(Hits.alert(passage, Hits.entry("1A?C2*", WatchAction.STOP), Tier.C).getReason())
        .contains("Listed as 1A?C2*.");
    assertThat(Hits.alert(passage, Hits.entry("", WatchAction.STOP), Tier.C).getReason())
        .contains("Listed by its description.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_fr", "_nl", "_de"})
  void everyLanguageHasTheSameWords(String language) {
    assertThat(keys(language)).isEqualTo(keys(""));
  }

  /** A country is named apart only where its language needs that. */
  private static Set<String> keys(String language) {
    return properties(language).stringPropertyNames().stream()
        .filter(key -> !key.startsWith("into.") || key.equals("into.other"))
        .collect(Collectors.toSet());
  }

  static Properties properties(String language) {
    try (InputStream file =
        Objects.requireNonNull(
            WatchSentence.class.getResourceAsStream("words" + language + ".properties"))) {
      Properties properties = new Properties();
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String sentence(String language) {
    return Hits.alert(passage, entry, Tier.B).getReasons().get(language);
  }
}
