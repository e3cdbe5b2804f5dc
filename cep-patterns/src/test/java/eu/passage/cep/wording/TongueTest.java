package eu.passage.cep.wording;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Countries, spans and words of each language. */
class TongueTest {

  static Stream<Tongue> tongues() {
    return Stream.of(new English(), new French(), new Dutch());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BE | entered Belgium | est entrée en Belgique | reed België binnen",
        "FR | entered France | est entrée en France | reed Frankrijk binnen",
        "NL | entered the Netherlands | est entrée aux Pays-Bas | reed Nederland binnen",
        "LU | entered Luxembourg | est entrée au Luxembourg | reed Luxemburg binnen",
        "DE | entered Germany | est entrée en Allemagne | reed Duitsland binnen",
        "GB | entered the United Kingdom | est entrée au Royaume-Uni"
            + " | reed het Verenigd Koninkrijk binnen",
        "IR | entered Iran | est entrée en Iran | reed Iran binnen",
        "MC | entered Monaco | est entrée à Monaco | reed Monaco binnen",
        "BA | entered Bosnia and Herzegovina | est entrée en Bosnie-Herzégovine"
            + " | reed Bosnië en Herzegovina binnen",
        "ZZ | entered the country ZZ | est entrée dans le pays ZZ | reed het land ZZ binnen",
        "QQ | entered the country QQ | est entrée dans le pays QQ | reed het land QQ binnen",
      })
  void countriesAreEntered(String iso, String english, String french, String dutch) {
    Subject car = new Subject(VehicleType.CAR, false);
    assertThat(tongues().map(t -> t.did(Deed.entered(iso), car, "")))
        .containsExactly(english, french, dutch);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BE | FR | left Belgium for France | a quitté la Belgique pour la France"
            + " | verliet België richting Frankrijk",
        "NL | DE | left the Netherlands for Germany | a quitté les Pays-Bas pour l’Allemagne"
            + " | verliet Nederland richting Duitsland",
        "LU | GB | left Luxembourg for the United Kingdom"
            + " | a quitté le Luxembourg pour le Royaume-Uni"
            + " | verliet Luxemburg richting het Verenigd Koninkrijk",
        "MC | IR | left Monaco for Iran | a quitté Monaco pour l’Iran | verliet Monaco richting Iran",
      })
  void countriesAreLeft(String iso, String next, String english, String french, String dutch) {
    Subject truck = new Subject(VehicleType.TRUCK, false);
    assertThat(tongues().map(t -> t.did(Deed.left(iso, next), truck, "")))
        .containsExactly(english, french, dutch);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PT0S | 0 seconds | 0~seconde | 0 seconden",
        "PT1S | 1 second | 1~seconde | 1 seconde",
        "PT59S | 59 seconds | 59~secondes | 59 seconden",
        "PT1M | 1 minute | 1~minute | 1 minuut",
        "PT59M59S | 59 minutes | 59~minutes | 59 minuten",
        "PT1H | 1 hour | 1~heure | 1 uur",
        "PT1H1M | 1 hour 1 minute | 1~h~01 | 1 uur en 1 minuut",
        "PT2H5M | 2 hours 5 minutes | 2~h~05 | 2 uur en 5 minuten",
        "PT24H | 24 hours | 24~heures | 24 uur",
        "PT47H59M | 47 hours 59 minutes | 47~h~59 | 47 uur en 59 minuten",
        "PT48H | 2 days | 2~jours | 2 dagen",
        "PT73H10M | 3 days 1 hour | 3~jours et 1~heure | 3 dagen en 1 uur",
        "PT77H | 3 days 5 hours | 3~jours et 5~heures | 3 dagen en 5 uur",
      })
  void spansAreSaidInTheUnitsThatTell(Duration span, String english, String french, String dutch) {
    assertThat(tongues().map(t -> t.span(span).replace('\u00a0', '~')))
        .containsExactly(english, french, dutch);
  }

  @ParameterizedTest
  @MethodSource("tongues")
  void everyTypeAndColourHasAWordOfItsOwn(Tongue tongue) {
    assertThat(Arrays.stream(VehicleType.values()).map(tongue::noun)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(Colour.values()).map(tongue::colour)).doesNotHaveDuplicates();
  }

  @Test
  void everyTypeAgreesInFrenchAndHasItsArticleInDutch() {
    assertThat(
            Arrays.stream(VehicleType.values())
                .map(type -> new Subject(type, false))
                .map(s -> new French().subject(s) + " " + new French().did(Deed.SEEN, s, "")))
        .containsExactly(
            "Le véhicule a été vu",
            "La voiture a été vue",
            "La camionnette a été vue",
            "Le camion a été vu",
            "Le bus a été vu",
            "La moto a été vue");
    assertThat(
            Arrays.stream(VehicleType.values())
                .map(type -> new Dutch().subject(new Subject(type, false))))
        .containsExactly(
            "Het voertuig",
            "De auto",
            "De bestelwagen",
            "De vrachtwagen",
            "De bus",
            "De motorfiets");
  }
}
