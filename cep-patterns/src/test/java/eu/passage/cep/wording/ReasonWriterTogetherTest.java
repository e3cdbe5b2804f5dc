package eu.passage.cep.wording;

import static eu.passage.cep.wording.Told.count;
import static eu.passage.cep.wording.Told.passage;
import static eu.passage.cep.wording.Told.sequence;
import static eu.passage.cep.wording.Told.step;
import static eu.passage.cep.wording.Told.when;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Distinct;
import eu.passage.cep.model.Step.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vehicles together. */
class ReasonWriterTogetherTest {

  private static PassageFacts car(String local, String camera, String crossing) {
    return passage(local, camera, crossing).build();
  }

  private static PassageFacts van(String local, String camera, String crossing) {
    return passage(local, camera, crossing).plate("AB123CD", "FR").type(VehicleType.VAN).build();
  }

  private static PassageFacts unknown(String local, String camera, String crossing) {
    return passage(local, camera, crossing).plate("GTS34X", "NL").type(VehicleType.UNKNOWN).build();
  }

  @Test
  void aPairAtThreeCamerasIsToldMeetingByMeeting() {
    count(Distinct.CAMERA, 3)
        .together(2)
        .of(
            car("2026-03-10T02:10", "EST-1", "FR>BE"),
            van("2026-03-10T02:10:12", "EST-1", "FR>BE"),
            van("2026-03-10T02:30", "TOU-1", ""),
            car("2026-03-10T02:30:03", "TOU-1", ""),
            car("2026-03-10T02:50", "LIL-1", ""),
            van("2026-03-10T02:50:00.500", "LIL-1", ""))
        .are(
            "Car 1-ABC-234 (BE) and van AB-123-CD (FR) – Title. The vehicles passed 3 different"
                + " cameras together in 40 minutes, never more than 12 seconds apart: camera"
                + " EST-1 (N511) at 02:10 on 10 March, camera TOU-1 (A17) at 02:30 and camera"
                + " LIL-1 (D700) at 02:50.",
            "Voiture 1-ABC-234 (BE) et camionnette AB-123-CD (FR) – Titre. Les véhicules sont"
                + " passés ensemble devant 3 caméras différentes en 40~minutes, jamais à plus de"
                + " 12~secondes d’intervalle~: la caméra EST-1 (N511) le 10~mars à 02h10, la"
                + " caméra TOU-1 (A17) à 02h30 et la caméra LIL-1 (D700) à 02h50.",
            "Auto 1-ABC-234 (BE) en bestelwagen AB-123-CD (FR) – Titel. De voertuigen passeerden"
                + " samen 3 verschillende camera’s in 40 minuten, met hoogstens 12 seconden"
                + " ertussen: camera EST-1 (N511) op 10 maart om 02.10 uur, camera TOU-1 (A17)"
                + " om 02.30 uur en camera LIL-1 (D700) om 02.50 uur.");
  }

  @Test
  void aConvoyOfThreeIsNamedInFull() {
    when("true")
        .together(3)
        .of(
            car("2026-03-10T02:10", "EST-1", "FR>BE"),
            van("2026-03-10T02:10:01", "EST-1", "FR>BE"),
            unknown("2026-03-10T02:10:01", "EST-1", "FR>BE"))
        .are(
            "Car 1-ABC-234 (BE), van AB-123-CD (FR) and vehicle GTS-34-X (NL) – Title. The"
                + " vehicles entered Belgium together at camera EST-1 (N511) at 02:10 on 10"
                + " March, never more than 1 second apart.",
            "Voiture 1-ABC-234 (BE), camionnette AB-123-CD (FR) et véhicule GTS-34-X (NL) –"
                + " Titre. Les véhicules sont entrés ensemble en Belgique à hauteur de la caméra"
                + " EST-1 (N511) le 10~mars à 02h10, jamais à plus de 1~seconde d’intervalle.",
            "Auto 1-ABC-234 (BE), bestelwagen AB-123-CD (FR) en voertuig GTS-34-X (NL) – Titel."
                + " De voertuigen reden samen België binnen bij camera EST-1 (N511) op 10 maart"
                + " om 02.10 uur, met hoogstens 1 seconde ertussen.");
  }

  @Test
  void aSequenceOfAPairSpeaksInThePlural() {
    List<PassageFacts> passages =
        List.of(
            car("2026-03-10T02:10", "EST-1", "FR>BE"),
            van("2026-03-10T02:10", "EST-1", "FR>BE"),
            car("2026-03-10T02:20", "TOU-1", ""),
            van("2026-03-10T02:20", "TOU-1", ""),
            car("2026-03-10T02:50", "EST-1", "BE>FR"),
            van("2026-03-10T02:50", "EST-1", "BE>FR"));
    sequence(step("a", Link.FIRST), step("b", Link.THEN), step("c", Link.THEN))
        .together(2)
        .at(passages.get(5).at(), List.of(0, 0, 1, 1, 2, 2), passages)
        .are(
            "Car 1-ABC-234 (BE) and van AB-123-CD (FR) – Title. The vehicles entered Belgium"
                + " together at camera EST-1 (N511) at 02:10 on 10 March, passed camera TOU-1"
                + " (A17) at 02:20 and left Belgium for France at camera EST-1 at 02:50, all in"
                + " 40 minutes.",
            "Voiture 1-ABC-234 (BE) et camionnette AB-123-CD (FR) – Titre. Les véhicules sont"
                + " entrés ensemble en Belgique à hauteur de la caméra EST-1 (N511) le 10~mars à"
                + " 02h10, sont passés devant la caméra TOU-1 (A17) à 02h20 et ont quitté la"
                + " Belgique pour la France à hauteur de la caméra EST-1 à 02h50, le tout en"
                + " 40~minutes.",
            "Auto 1-ABC-234 (BE) en bestelwagen AB-123-CD (FR) – Titel. De voertuigen reden"
                + " samen België binnen bij camera EST-1 (N511) op 10 maart om 02.10 uur,"
                + " passeerden camera TOU-1 (A17) om 02.20 uur en verlieten België richting"
                + " Frankrijk bij camera EST-1 om 02.50 uur, dit alles in 40 minuten.");
  }

  @Test
  void anAbsenceOfAPairSpeaksInThePlural() {
    List<PassageFacts> passages =
        List.of(
            car("2026-03-10T02:10", "EST-1", "FR>BE"), van("2026-03-10T02:10", "EST-1", "FR>BE"));
    Told.Sentences left =
        Told.absence("from == 'BE'")
            .together(2)
            .due("2026-03-10T03:10", passages.toArray(PassageFacts[]::new));
    assertThat(left.english()).contains("and had not left Belgium by 03:10, 1 hour later.");
    assertThat(left.french()).contains("et n’avaient toujours pas quitté la Belgique à 03h10,");
    assertThat(left.dutch())
        .contains("en hadden België om 03.10 uur, 1 uur later, nog niet verlaten.");
    Told.Sentences in =
        Told.absence("to == 'FR'")
            .together(2)
            .due("2026-03-10T03:10", passages.toArray(PassageFacts[]::new));
    assertThat(in.french()).contains("et n’étaient toujours pas entrés en France à 03h10,");
    assertThat(in.dutch())
        .contains("en waren om 03.10 uur, 1 uur later, Frankrijk nog niet binnengereden.");
  }

  @Test
  void ofManyMeetingsTheFirstAndTheLastAreTold() {
    List<PassageFacts> passages = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      passages.add(car("2026-03-10T0" + i + ":10", "EST-1", "FR>BE"));
      passages.add(van("2026-03-10T0" + i + ":10:05", "EST-1", "FR>BE"));
    }
    count(null, 7)
        .together(2)
        .at(passages.get(13).at(), Collections.nCopies(14, 0), passages)
        .are(
            "Car 1-ABC-234 (BE) and van AB-123-CD (FR) – Title. The vehicles entered Belgium"
                + " together 7 times in 6 hours, never more than 5 seconds apart, first at"
                + " camera EST-1 (N511) at 00:10 on 10 March and last at camera EST-1 at 06:10.",
            "Voiture 1-ABC-234 (BE) et camionnette AB-123-CD (FR) – Titre. Les véhicules sont"
                + " entrés ensemble 7~fois en Belgique en 6~heures, jamais à plus de 5~secondes"
                + " d’intervalle, la première fois à hauteur de la caméra EST-1 (N511) le"
                + " 10~mars à 00h10 et la dernière fois à hauteur de la caméra EST-1 à 06h10.",
            "Auto 1-ABC-234 (BE) en bestelwagen AB-123-CD (FR) – Titel. De voertuigen reden"
                + " samen 7 keer België binnen in 6 uur, met hoogstens 5 seconden ertussen, de"
                + " eerste keer bij camera EST-1 (N511) op 10 maart om 00.10 uur en de laatste"
                + " keer bij camera EST-1 om 06.10 uur.");
  }

  @Test
  void whoPassesTwiceInTheGapIsNotTogetherWithItself() {
    Told.Sentences told =
        count(null, 2)
            .together(2)
            .of(
                car("2026-03-10T02:10", "EST-1", ""),
                van("2026-03-10T02:10:02", "EST-1", ""),
                car("2026-03-10T02:10:10", "EST-1", ""),
                van("2026-03-10T02:10:12", "EST-1", ""));
    assertThat(told.english())
        .contains("were seen together twice in 10 seconds, never more than 2");
  }
}
