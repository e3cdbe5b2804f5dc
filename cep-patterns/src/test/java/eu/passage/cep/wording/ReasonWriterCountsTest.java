package eu.passage.cep.wording;

import static eu.passage.cep.wording.Told.count;
import static eu.passage.cep.wording.Told.passage;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Distinct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts of different values. */
class ReasonWriterCountsTest {

  private static final PassageFacts[] PASSAGES = {
    passage("2026-03-10T06:00", "EST-1", "FR>BE")
        .type(VehicleType.VAN)
        .colour(Colour.WHITE)
        .build(),
    passage("2026-03-11T06:30", "TOU-1", "").type(VehicleType.VAN).colour(Colour.UNKNOWN).build(),
    passage("2026-03-12T07:00", "LIL-1", "").type(VehicleType.CAR).colour(Colour.BLUE).build()
  };

  @Test
  void differentCamerasAreCounted() {
    count(Distinct.CAMERA, 3)
        .of(PASSAGES)
        .are(
            "Van 1-ABC-234 (BE) – Title. The van passed 3 different cameras in 2 days 1 hour,"
                + " first at camera EST-1 (N511) at 06:00 on 10 March and last at camera LIL-1"
                + " (D700) at 07:00 on 12 March.",
            "Camionnette 1-ABC-234 (BE) – Titre. La camionnette est passée devant 3 caméras"
                + " différentes en 2~jours et 1~heure, la première fois à hauteur de la caméra"
                + " EST-1 (N511) le 10~mars à 06h00 et la dernière fois à hauteur de la caméra"
                + " LIL-1 (D700) le 12~mars à 07h00.",
            "Bestelwagen 1-ABC-234 (BE) – Titel. De bestelwagen passeerde 3 verschillende"
                + " camera’s in 2 dagen en 1 uur, de eerste keer bij camera EST-1 (N511) op 10"
                + " maart om 06.00 uur en de laatste keer bij camera LIL-1 (D700) op 12 maart om"
                + " 07.00 uur.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ROAD | was seen on 3 different roads | a été vue sur 3 routes différentes | werd op 3"
            + " verschillende wegen gezien",
        "ZONE | was seen in 3 different zones | a été vue dans 3 zones différentes | werd in 3"
            + " verschillende zones gezien",
        "COUNTRY | was seen in 2 different countries (Belgium, France) | a été vue dans 2 pays"
            + " différents (Belgique, France) | werd in 2 verschillende landen (België,"
            + " Frankrijk) gezien",
        "TYPE | was seen as 2 different types of vehicle (van, car) | a été vue comme 2 types de"
            + " véhicule différents (camionnette, voiture) | werd als 2 verschillende"
            + " voertuigtypes (bestelwagen, auto) gezien",
        "COLOUR | was seen in 2 different colours (white, blue) | a été vue en 2 couleurs"
            + " différentes (blanc, bleu) | werd in 2 verschillende kleuren (wit, blauw) gezien",
        "DAY | was seen on 3 different days | a été vue au cours de 3 jours différents | werd op"
            + " 3 verschillende dagen gezien",
      })
  void differentValuesAreCounted(Distinct distinct, String english, String french, String dutch) {
    Told.Sentences told = count(distinct, 2).of(PASSAGES);
    assertThat(told.english()).contains("The van " + english + " in 2 days 1 hour, first at");
    assertThat(told.french()).contains("La camionnette " + french + " en 2~jours et 1~heure, la");
    assertThat(told.dutch())
        .contains("De bestelwagen " + dutch + " in 2 dagen en 1 uur, de eerste");
  }

  @Test
  void whatTheCatalogueDoesNotTellIsNotMadeUp() {
    PassageFacts one = passage("2026-03-10T06:00", "NEW-1", "").build();
    PassageFacts two = passage("2026-03-10T06:30", "NEW-2", "").build();
    assertThat(count(Distinct.ROAD, 2).of(one, two).english())
        .contains("The car was seen twice in 30 minutes, first at an unknown camera at 06:00");
    assertThat(count(Distinct.CAMERA, 2).of(one, two).english())
        .contains("The car passed 2 different cameras in 30 minutes");
  }

  @Test
  void aVehicleThatIsNowThisAndNowThatIsAVehicle() {
    PassageFacts car = passage("2026-03-10T06:00", "EST-1", "").type(VehicleType.CAR).build();
    PassageFacts truck = passage("2026-03-10T06:30", "EST-1", "").type(VehicleType.TRUCK).build();
    assertThat(count(Distinct.TYPE, 2).of(car, truck).french())
        .startsWith("Véhicule 1-ABC-234 (BE) – Titre. Le véhicule a été vu comme 2 types");
  }
}
