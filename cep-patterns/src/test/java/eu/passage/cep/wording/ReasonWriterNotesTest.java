package eu.passage.cep.wording;

import static eu.passage.cep.wording.Told.absence;
import static eu.passage.cep.wording.Told.count;
import static eu.passage.cep.wording.Told.passage;
import static eu.passage.cep.wording.Told.sequence;
import static eu.passage.cep.wording.Told.step;
import static eu.passage.cep.wording.Told.when;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Step.Link;
import org.junit.jupiter.api.Test;

/** What is said besides: lateness, speed, disagreement, the change of clocks. */
class ReasonWriterNotesTest {

  private static Told two(String text) {
    return sequence(step("a", Link.FIRST), step("b", Link.THEN, text));
  }

  @Test
  void whatCameLateIsSaidToBeLate() {
    PassageFacts late = passage("2026-03-10T06:00", "EST-1", "").late(true).build();
    PassageFacts later = passage("2026-03-10T07:00", "EST-1", "").late(true).build();
    PassageFacts inTime = passage("2026-03-10T08:00", "EST-1", "").build();
    ends(
        when("true").of(late),
        "This passage was reported late.",
        "Ce passage a été transmis avec retard.",
        "Deze passage is met vertraging doorgegeven.");
    ends(
        count(null, 2).of(late, later),
        "These passages were reported late.",
        "Ces passages ont été transmis avec retard.",
        "Deze passages zijn met vertraging doorgegeven.");
    ends(
        count(null, 2).of(late, inTime),
        "One of these passages was reported late.",
        "Un de ces passages a été transmis avec retard.",
        "Eén van deze passages is met vertraging doorgegeven.");
    ends(
        count(null, 3).of(late, later, inTime),
        "2 of these passages were reported late.",
        "2 de ces passages ont été transmis avec retard.",
        "2 van deze passages zijn met vertraging doorgegeven.");
    assertThat(when("true").of(inTime).english()).endsWith("at 08:00 on 10 March.");
  }

  @Test
  void aRuleAboutSpeedSaysHowFarAndHowFast() {
    Told cloned = two("speed(a, b) > 200.0");
    ends(
        cloned.of(
            passage("2026-03-10T06:00", "TOU-1", "").build(),
            passage("2026-03-10T06:01", "LIL-1", "").build()),
        "Cameras TOU-1 and LIL-1 are at least 23 km apart, which takes at least 1,380 km/h.",
        "Les caméras TOU-1 et LIL-1 sont distantes d’au moins 23~km, ce qui suppose au moins"
            + " 1\u202f380~km/h.",
        "De camera’s TOU-1 en LIL-1 liggen minstens 23 km uit elkaar, wat minstens 1.380 km/u"
            + " vergt.");
    ends(
        cloned.of(
            passage("2026-03-10T06:00", "TOU-1", "").build(),
            passage("2026-03-10T06:00", "LIL-1", "").build()),
        "at 06:00, at the same moment. Cameras TOU-1 and LIL-1 are at least 23 km apart.",
        "à 06h00, au même instant. Les caméras TOU-1 et LIL-1 sont distantes d’au moins 23~km.",
        "om 06.00 uur, op hetzelfde ogenblik. De camera’s TOU-1 en LIL-1 liggen minstens 23 km"
            + " uit elkaar.");
  }

  @Test
  void distanceIsNotToldWhereNobodyAsksOrKnows() {
    PassageFacts one = passage("2026-03-10T06:00", "TOU-1", "").build();
    PassageFacts far = passage("2026-03-10T06:01", "LIL-1", "").build();
    PassageFacts unknown = passage("2026-03-10T06:01", "NEW-1", "").build();
    assertThat(two("true").of(one, far).english()).endsWith("1 minute later.");
    assertThat(two("speed(a, b) > 200.0").of(one, unknown).english()).endsWith("1 minute later.");
  }

  @Test
  void aRuleAboutLooksSaysWhatDisagrees() {
    PassageFacts white =
        passage("2026-03-10T06:00", "EST-1", "").colour(Colour.WHITE).make("Renault").build();
    PassageFacts red =
        passage("2026-03-10T06:30", "EST-1", "")
            .type(VehicleType.VAN)
            .colour(Colour.RED)
            .make("Volvo")
            .build();
    ends(
        two("type != a.type || colour != a.colour || make != a.make").of(white, red),
        "What the cameras saw differs: type (car, van), colour (white, red), make.",
        "Ce que les caméras ont vu diffère~: type (voiture, camionnette), couleur (blanc,"
            + " rouge), marque.",
        "Wat de camera’s zagen, verschilt: type (auto, bestelwagen), kleur (wit, rood), merk.");
    assertThat(two("colour != a.colour").of(white, red).english())
        .endsWith("What the cameras saw differs: colour (white, red).");
    assertThat(two("true").of(white, red).english()).doesNotContain("differs");
    assertThat(two("colour == a.colour").of(white, white).english()).doesNotContain("differs");
  }

  @Test
  void theHourThatComesTwiceSaysWhichOfTheTwo() {
    two("true")
        .of(
            passage("2026-10-25T00:10:00Z", "EST-1", "FR>BE").build(),
            passage("2026-10-25T01:10:00Z", "TOU-1", "").build())
        .are(
            "Car 1-ABC-234 (BE) – Title. The car entered Belgium at camera EST-1 (N511) at 02:10"
                + " (summer time) on 25 October and passed camera TOU-1 (A17) at 02:10 (winter"
                + " time), 1 hour later. The clocks changed in between.",
            "Voiture 1-ABC-234 (BE) – Titre. La voiture est entrée en Belgique à hauteur de la"
                + " caméra EST-1 (N511) le 25~octobre à 02h10 (heure d’été) et est passée devant"
                + " la caméra TOU-1 (A17) à 02h10 (heure d’hiver), 1~heure plus tard. L’heure a"
                + " changé entre-temps.",
            "Auto 1-ABC-234 (BE) – Titel. De auto reed België binnen bij camera EST-1 (N511) op"
                + " 25 oktober om 02.10 uur (zomertijd) en passeerde camera TOU-1 (A17) om 02.10"
                + " uur (wintertijd), 1 uur later. De klok werd intussen verzet.");
  }

  @Test
  void whoWaitsThroughTheNightOfTheChangeReadsWhyTheHoursDoNotAddUp() {
    Told.Sentences told =
        absence("from == 'BE'")
            .due("2026-03-29T08:00", passage("2026-03-28T19:00", "EST-1", "FR>BE").build());
    assertThat(told.english())
        .endsWith(
            "at 19:00 on 28 March and had not left Belgium by 08:00 on 29 March, 12 hours later."
                + " The clocks changed in between.");
  }

  private static void ends(Told.Sentences told, String english, String french, String dutch) {
    assertThat(told.english()).endsWith(" " + english);
    assertThat(told.french()).endsWith(" " + french);
    assertThat(told.dutch()).endsWith(" " + dutch);
  }
}
