package eu.passage.cep.wording;

import static eu.passage.cep.wording.Told.absence;
import static eu.passage.cep.wording.Told.count;
import static eu.passage.cep.wording.Told.passage;
import static eu.passage.cep.wording.Told.sequence;
import static eu.passage.cep.wording.Told.step;
import static eu.passage.cep.wording.Told.when;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Step;
import eu.passage.cep.model.Step.Link;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One vehicle: a passage, a sequence, an absence, a plain count. */
class ReasonWriterTest {

  private static final Told TWO_STEPS = sequence(step("a", Link.FIRST), step("b", Link.THEN));

  @Test
  void aPassageIsToldWithItsCrossingPlaceAndTime() {
    when("true")
        .of(passage("2026-03-10T02:10", "EST-1", "FR>BE").type(VehicleType.TRUCK).build())
        .are(
            "Truck 1-ABC-234 (BE) – Title. The truck entered Belgium at camera EST-1 (N511) at"
                + " 02:10 on 10 March.",
            "Camion 1-ABC-234 (BE) – Titre. Le camion est entré en Belgique à hauteur de la"
                + " caméra EST-1 (N511) le 10~mars à 02h10.",
            "Vrachtwagen 1-ABC-234 (BE) – Titel. De vrachtwagen reed België binnen bij camera"
                + " EST-1 (N511) op 10 maart om 02.10 uur.");
  }

  @Test
  void aPassageThatCrossesNothingPassesACamera() {
    when("true")
        .of(passage("2026-08-01T14:05", "EST-2", "").type(VehicleType.VAN).build())
        .are(
            "Van 1-ABC-234 (BE) – Title. The van passed camera EST-2 (Leers-Nord - Leers) at"
                + " 14:05 on 1 August.",
            "Camionnette 1-ABC-234 (BE) – Titre. La camionnette est passée devant la caméra"
                + " EST-2 (Leers-Nord - Leers) le 1er~août à 14h05.",
            "Bestelwagen 1-ABC-234 (BE) – Titel. De bestelwagen passeerde camera EST-2"
                + " (Leers-Nord - Leers) op 1 augustus om 14.05 uur.");
  }

  @Test
  void unknownTypeCountryAndCameraAreSaidToBeSo() {
    when("true")
        .of(
            passage("2026-03-10T02:10", "NEW-9", "")
                .plate("KA1234", null)
                .type(VehicleType.UNKNOWN)
                .build())
        .are(
            "Vehicle KA1234 (country unknown) – Title. The vehicle passed an unknown camera at"
                + " 02:10 on 10 March.",
            "Véhicule KA1234 (pays inconnu) – Titre. Le véhicule est passé devant une caméra"
                + " inconnue le 10~mars à 02h10.",
            "Voertuig KA1234 (land onbekend) – Titel. Het voertuig passeerde een onbekende"
                + " camera op 10 maart om 02.10 uur.");
    assertThat(when("true").of(passage("2026-03-10T02:10", "NEW-9", "BE>FR").build()).english())
        .contains("entered France at an unknown camera at");
  }

  @Test
  void aRuleWithoutATitleInTheLanguageShowsItsEnglishOne() {
    Told.Sentences told =
        when("true")
            .titled(Map.of("en", "First seen at night."))
            .of(passage("2026-03-10T02:10", "EST-1", "").build());
    assertThat(told.french())
        .startsWith("Voiture 1-ABC-234 (BE) – First seen at night. La voiture");
    assertThat(told.dutch()).startsWith("Auto 1-ABC-234 (BE) – First seen at night. De auto");
  }

  @Test
  void aSequenceIsToldStepByStepWithItsSpan() {
    TWO_STEPS
        .of(
            passage("2026-03-10T02:10", "EST-1", "FR>BE").build(),
            passage("2026-03-10T02:50", "EST-2", "BE>FR").build())
        .are(
            "Car 1-ABC-234 (BE) – Title. The car entered Belgium at camera EST-1 (N511) at 02:10"
                + " on 10 March and left Belgium for France at camera EST-2 (Leers-Nord - Leers)"
                + " at 02:50, 40 minutes later.",
            "Voiture 1-ABC-234 (BE) – Titre. La voiture est entrée en Belgique à hauteur de la"
                + " caméra EST-1 (N511) le 10~mars à 02h10 et a quitté la Belgique pour la"
                + " France à hauteur de la caméra EST-2 (Leers-Nord - Leers) à 02h50, 40~minutes"
                + " plus tard.",
            "Auto 1-ABC-234 (BE) – Titel. De auto reed België binnen bij camera EST-1 (N511) op"
                + " 10 maart om 02.10 uur en verliet België richting Frankrijk bij camera EST-2"
                + " (Leers-Nord - Leers) om 02.50 uur, 40 minuten later.");
  }

  @Test
  void pastMidnightTheDayIsSaidAgainAndARoadOnlyOnce() {
    sequence(step("a", Link.FIRST), step("b", Link.THEN), step("c", Link.NEXT))
        .of(
            passage("2026-12-31T23:50", "EST-1", "FR>BE").type(VehicleType.MOTORCYCLE).build(),
            passage("2027-01-01T00:10", "TOU-1", "").type(VehicleType.MOTORCYCLE).build(),
            passage("2027-01-01T01:55", "EST-1", "BE>FR").type(VehicleType.MOTORCYCLE).build())
        .are(
            "Motorcycle 1-ABC-234 (BE) – Title. The motorcycle entered Belgium at camera EST-1"
                + " (N511) at 23:50 on 31 December, passed camera TOU-1 (A17) at 00:10 on 1"
                + " January and left Belgium for France at camera EST-1 at 01:55, all in 2 hours"
                + " 5 minutes.",
            "Moto 1-ABC-234 (BE) – Titre. La moto est entrée en Belgique à hauteur de la caméra"
                + " EST-1 (N511) le 31~décembre à 23h50, est passée devant la caméra TOU-1 (A17)"
                + " le 1er~janvier à 00h10 et a quitté la Belgique pour la France à hauteur de"
                + " la caméra EST-1 à 01h55, le tout en 2~h~05.",
            "Motorfiets 1-ABC-234 (BE) – Titel. De motorfiets reed België binnen bij camera"
                + " EST-1 (N511) op 31 december om 23.50 uur, passeerde camera TOU-1 (A17) op 1"
                + " januari om 00.10 uur en verliet België richting Frankrijk bij camera EST-1"
                + " om 01.55 uur, dit alles in 2 uur en 5 minuten.");
  }

  @Test
  void repetitionsOfAStepAreToldTogetherFromThreeOn() {
    Told scout =
        sequence(
            new Step("a", Link.FIRST, step("a", Link.FIRST).predicate(), 2, 4),
            step("b", Link.THEN));
    List<PassageFacts> passages =
        List.of(
            passage("2026-03-10T23:10", "EST-1", "FR>BE").type(VehicleType.BUS).build(),
            passage("2026-03-10T23:30", "EST-1", "FR>BE").type(VehicleType.BUS).build(),
            passage("2026-03-11T00:05", "EST-2", "FR>BE").type(VehicleType.BUS).build(),
            passage("2026-03-11T00:20", "EST-2", "BE>FR").type(VehicleType.BUS).build());
    scout
        .at(passages.get(3).at(), List.of(0, 0, 0, 1), passages)
        .are(
            "Bus 1-ABC-234 (BE) – Title. The bus entered Belgium 3 times at cameras EST-1 (N511)"
                + " and EST-2 (Leers-Nord - Leers) between 23:10 on 10 March and 00:05 on 11"
                + " March and left Belgium for France at camera EST-2 at 00:20, all in 1 hour 10"
                + " minutes.",
            "Bus 1-ABC-234 (BE) – Titre. Le bus est entré 3~fois en Belgique à hauteur des"
                + " caméras EST-1 (N511) et EST-2 (Leers-Nord - Leers) entre le 10~mars à 23h10"
                + " et le 11~mars à 00h05 et a quitté la Belgique pour la France à hauteur de la"
                + " caméra EST-2 à 00h20, le tout en 1~h~10.",
            "Bus 1-ABC-234 (BE) – Titel. De bus reed 3 keer België binnen bij camera’s EST-1"
                + " (N511) en EST-2 (Leers-Nord - Leers) tussen 10 maart om 23.10 uur en 11"
                + " maart om 00.05 uur en verliet België richting Frankrijk bij camera EST-2 om"
                + " 00.20 uur, dit alles in 1 uur en 10 minuten.");
    Told.Sentences two =
        scout.at(
            passages.get(3).at(),
            List.of(0, 0, 1),
            List.of(passages.get(0), passages.get(1), passages.get(3)));
    assertThat(two.english())
        .contains(
            "entered Belgium at camera EST-1 (N511) at 23:10 on 10 March, entered Belgium at");
  }

  @Test
  void repetitionsAtOneCameraAndOnOneDayAreShort() {
    Told three = sequence(new Step("a", Link.FIRST, step("a", Link.FIRST).predicate(), 3, 3));
    List<PassageFacts> passages =
        Stream.of("10:00", "10:30", "11:00")
            .map(time -> passage("2026-03-10T" + time, "LIL-1", "").build())
            .toList();
    three
        .at(passages.get(2).at(), List.of(0, 0, 0), passages)
        .are(
            "Car 1-ABC-234 (BE) – Title. The car was seen 3 times at camera LIL-1 (D700) between"
                + " 10:00 and 11:00 on 10 March, all in 1 hour.",
            "Voiture 1-ABC-234 (BE) – Titre. La voiture a été vue 3~fois à hauteur de la caméra"
                + " LIL-1 (D700) le 10~mars entre 10h00 et 11h00, le tout en 1~heure.",
            "Auto 1-ABC-234 (BE) – Titel. De auto werd 3 keer gezien bij camera LIL-1 (D700) op"
                + " 10 maart tussen 10.00 en 11.00 uur, dit alles in 1 uur.");
  }

  @Test
  void repetitionsAtManyOrUnknownCamerasSayHowMany() {
    Told three = sequence(new Step("a", Link.FIRST, step("a", Link.FIRST).predicate(), 3, 4));
    List<PassageFacts> unknown =
        Stream.of("NEW-1", "NEW-2", "EST-1")
            .map(camera -> passage("2026-03-10T10:00", camera, "").build())
            .sorted(PassageFacts.ORDER)
            .toList();
    Told.Sentences told = three.at(unknown.get(2).at(), List.of(0, 0, 0), unknown);
    assertThat(told.english())
        .contains("The car was seen 3 times at 3 cameras at 10:00 on 10 March");
    assertThat(told.french())
        .contains("a été vue 3~fois à hauteur de 3 caméras le 10~mars à 10h00");
    assertThat(told.dutch()).contains("werd 3 keer gezien bij 3 camera’s op 10 maart om 10.00 uur");
    List<PassageFacts> many =
        Stream.of("EST-1", "EST-2", "LIL-1", "TOU-1")
            .map(camera -> passage("2026-03-10T10:00", camera, "").build())
            .sorted(PassageFacts.ORDER)
            .toList();
    assertThat(three.at(many.get(3).at(), List.of(0, 0, 0, 0), many).english())
        .contains("The car was seen 4 times at 4 cameras at 10:00");
  }

  @Test
  void ofRepetitionsOverMidnightBothDaysAreSaidThoughOneIsKnown() {
    Step repeated = new Step("b", Link.THEN, step("b", Link.THEN).predicate(), 3, 3);
    List<PassageFacts> passages =
        Stream.of("10T20:00", "10T22:00", "10T23:00", "11T01:00")
            .map(time -> passage("2026-03-" + time, "EST-1", "FR>BE").build())
            .toList();
    Told.Sentences told =
        sequence(step("a", Link.FIRST), repeated)
            .at(passages.get(3).at(), List.of(0, 1, 1, 1), passages);
    assertThat(told.english()).contains("between 22:00 on 10 March and 01:00 on 11 March, all in");
    assertThat(told.french()).contains("entre le 10~mars à 22h00 et le 11~mars à 01h00, le tout");
    assertThat(told.dutch()).contains("tussen 10 maart om 22.00 uur en 11 maart om 01.00 uur, dit");
  }

  @Test
  void aSentenceStaysShortEnoughToBeReadOut() {
    Told.Sentences told =
        TWO_STEPS
            .titled(
                Map.of(
                    "en", "Into Belgium by night and gone again within 90 minutes",
                    "fr", "Entrée en Belgique de nuit et sortie dans les 90 minutes",
                    "nl", "Bij nacht België in en binnen 90 minuten weer weg"))
            .of(
                passage("2026-03-10T02:10", "EST-1", "FR>BE").build(),
                passage("2026-03-10T02:50", "EST-2", "BE>FR").build());
    assertThat(told.byLanguage().values()).allSatisfy(s -> assertThat(s).hasSizeLessThan(310));
  }

  @Test
  void aLongSequenceIsToldByItsFirstAndLastStep() {
    Step[] steps =
        IntStream.range(0, 8)
            .mapToObj(i -> step("s" + i, i == 0 ? Link.FIRST : Link.THEN))
            .toArray(Step[]::new);
    PassageFacts[] passages =
        IntStream.range(0, 8)
            .mapToObj(i -> passage("2026-03-10T0" + i + ":00", "EST-1", "FR>BE").build())
            .toArray(PassageFacts[]::new);
    sequence(steps)
        .of(passages)
        .are(
            "Car 1-ABC-234 (BE) – Title. The car entered Belgium at camera EST-1 (N511) at 00:00"
                + " on 10 March, was seen 6 more times and entered Belgium at camera EST-1 at"
                + " 07:00, all in 7 hours.",
            "Voiture 1-ABC-234 (BE) – Titre. La voiture est entrée en Belgique à hauteur de la"
                + " caméra EST-1 (N511) le 10~mars à 00h00, a encore été vue 6~fois et est"
                + " entrée en Belgique à hauteur de la caméra EST-1 à 07h00, le tout en 7~heures.",
            "Auto 1-ABC-234 (BE) – Titel. De auto reed België binnen bij camera EST-1 (N511) op"
                + " 10 maart om 00.00 uur, werd nog 6 keer gezien en reed België binnen bij"
                + " camera EST-1 om 07.00 uur, dit alles in 7 uur.");
  }

  @Test
  void anAbsenceSaysWhatDidNotComeAndUntilWhen() {
    PassageFacts enters =
        passage("2026-03-10T14:10", "EST-1", "FR>BE").type(VehicleType.TRUCK).build();
    absence("crossing where from == 'BE'")
        .due("2026-03-11T02:10", enters)
        .are(
            "Truck 1-ABC-234 (BE) – Title. The truck entered Belgium at camera EST-1 (N511) at"
                + " 14:10 on 10 March and had not left Belgium by 02:10 on 11 March, 12 hours"
                + " later.",
            "Camion 1-ABC-234 (BE) – Titre. Le camion est entré en Belgique à hauteur de la"
                + " caméra EST-1 (N511) le 10~mars à 14h10 et n’avait toujours pas quitté la"
                + " Belgique le 11~mars à 02h10, 12~heures plus tard.",
            "Vrachtwagen 1-ABC-234 (BE) – Titel. De vrachtwagen reed België binnen bij camera"
                + " EST-1 (N511) op 10 maart om 14.10 uur en had België op 11 maart om 02.10"
                + " uur, 12 uur later, nog niet verlaten.");
    absence("to == 'FR'")
        .due("2026-03-10T15:10", passage("2026-03-10T14:10", "TOU-1", "").build())
        .are(
            "Car 1-ABC-234 (BE) – Title. The car passed camera TOU-1 (A17) at 14:10 on 10 March"
                + " and had not entered France by 15:10, 1 hour later.",
            "Voiture 1-ABC-234 (BE) – Titre. La voiture est passée devant la caméra TOU-1 (A17)"
                + " le 10~mars à 14h10 et n’était toujours pas entrée en France à 15h10, 1~heure"
                + " plus tard.",
            "Auto 1-ABC-234 (BE) – Titel. De auto passeerde camera TOU-1 (A17) op 10 maart om"
                + " 14.10 uur en was om 15.10 uur, 1 uur later, Frankrijk nog niet binnengereden.");
  }

  @Test
  void anAbsenceThatAsksMoreThanOneQuestionIsToldWithoutGuessing() {
    absence("to == 'FR' && camera.id == 'EST-1'")
        .due("2026-03-12T14:10", passage("2026-03-10T14:10", "EST-1", "FR>BE").build())
        .are(
            "Car 1-ABC-234 (BE) – Title. The car entered Belgium at camera EST-1 (N511) at 14:10"
                + " on 10 March; the passage that should have followed had not come by 14:10 on"
                + " 12 March, 2 days later.",
            "Voiture 1-ABC-234 (BE) – Titre. La voiture est entrée en Belgique à hauteur de la"
                + " caméra EST-1 (N511) le 10~mars à 14h10~; le passage attendu n’avait toujours"
                + " pas eu lieu le 12~mars à 14h10, 2~jours plus tard.",
            "Auto 1-ABC-234 (BE) – Titel. De auto reed België binnen bij camera EST-1 (N511) op"
                + " 10 maart om 14.10 uur; de verwachte passage was op 12 maart om 14.10 uur, 2"
                + " dagen later, nog uitgebleven.");
  }

  @Test
  void anAbsenceOfAnyCrossingOrAnyPassageIsSaidSo() {
    PassageFacts there = passage("2026-03-10T14:10", "TOU-1", "").build();
    Told.Sentences crossing = absence("crossing").due("2026-03-10T15:10", there);
    assertThat(crossing.english()).contains("and had not crossed the border by 15:10");
    assertThat(crossing.french()).contains("et n’avait toujours pas franchi la frontière à 15h10");
    assertThat(crossing.dutch())
        .contains("en was de grens om 15.10 uur, 1 uur later, nog niet overgestoken.");
    Told.Sentences passage = absence("passage").due("2026-03-10T15:10", there);
    assertThat(passage.english()).contains("and had not been seen again by 15:10");
    assertThat(passage.french()).contains("et n’avait toujours pas été revue à 15h10");
    assertThat(passage.dutch())
        .contains("en was om 15.10 uur, 1 uur later, nog niet opnieuw gezien.");
  }

  @Test
  void anAbsenceAfterSeveralStepsIsToldAfterThem() {
    Told.Sentences told =
        sequence(step("a", Link.FIRST), step("b", Link.THEN), step("c", Link.NOT, "from == 'BE'"))
            .at(
                Told.instant("2026-03-10T16:00"),
                List.of(0, 1),
                List.of(
                    passage("2026-03-10T14:00", "EST-1", "FR>BE").build(),
                    passage("2026-03-10T14:30", "TOU-1", "").build()));
    assertThat(told.english())
        .endsWith(
            "and passed camera TOU-1 (A17) at 14:30, and had not left Belgium by 16:00, 2 hours"
                + " later.");
  }

  @Test
  void aCountSaysHowOftenFirstAndLast() {
    PassageFacts[] crossings =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    passage(
                            "2026-03-10T0" + (6 + i % 4) + ":0" + i,
                            "EST-1",
                            i % 2 == 0 ? "FR>BE" : "BE>FR")
                        .build())
            .sorted(PassageFacts.ORDER)
            .toArray(PassageFacts[]::new);
    count(null, 6)
        .of(crossings)
        .are(
            "Car 1-ABC-234 (BE) – Title. The car crossed the border 6 times in 3 hours 3"
                + " minutes, first at camera EST-1 (N511) at 06:00 on 10 March and last at"
                + " camera EST-1 at 09:03.",
            "Voiture 1-ABC-234 (BE) – Titre. La voiture a franchi 6~fois la frontière en 3~h~03,"
                + " la première fois à hauteur de la caméra EST-1 (N511) le 10~mars à 06h00 et"
                + " la dernière fois à hauteur de la caméra EST-1 à 09h03.",
            "Auto 1-ABC-234 (BE) – Titel. De auto stak 6 keer de grens over in 3 uur en 3"
                + " minuten, de eerste keer bij camera EST-1 (N511) op 10 maart om 06.00 uur en"
                + " de laatste keer bij camera EST-1 om 09.03 uur.");
  }

  @Test
  void aCountOfOneIsTheOnePassageAndOfTwoTwice() {
    PassageFacts first = passage("2026-03-10T06:00", "EST-1", "FR>BE").build();
    PassageFacts second = passage("2026-03-10T06:01", "EST-1", "FR>BE").build();
    assertThat(count(null, 1).of(first).english())
        .endsWith("The car entered Belgium at camera EST-1 (N511) at 06:00 on 10 March.");
    count(null, 2)
        .of(first, second)
        .are(
            "Car 1-ABC-234 (BE) – Title. The car entered Belgium twice in 1 minute, first at"
                + " camera EST-1 (N511) at 06:00 on 10 March and last at camera EST-1 at 06:01.",
            "Voiture 1-ABC-234 (BE) – Titre. La voiture est entrée 2~fois en Belgique en"
                + " 1~minute, la première fois à hauteur de la caméra EST-1 (N511) le 10~mars à"
                + " 06h00 et la dernière fois à hauteur de la caméra EST-1 à 06h01.",
            "Auto 1-ABC-234 (BE) – Titel. De auto reed 2 keer België binnen in 1 minuut, de"
                + " eerste keer bij camera EST-1 (N511) op 10 maart om 06.00 uur en de laatste"
                + " keer bij camera EST-1 om 06.01 uur.");
  }

  @Test
  void aHundredPassagesMakeNoLongerASentence() {
    List<PassageFacts> passages =
        IntStream.range(0, 100)
            .mapToObj(
                i -> passage("2026-03-10T0" + i / 60 + ":" + (10 + i % 50), "EST-1", "").build())
            .sorted(PassageFacts.ORDER)
            .toList();
    Told.Sentences told =
        count(null, 100).at(passages.get(99).at(), Collections.nCopies(100, 0), passages);
    assertThat(told.byLanguage().values()).allSatisfy(s -> assertThat(s).hasSizeLessThan(300));
    assertThat(told.english()).contains("The car was seen 100 times in ");
  }
}
