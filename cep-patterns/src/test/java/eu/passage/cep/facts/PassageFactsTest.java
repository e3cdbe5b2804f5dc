package eu.passage.cep.facts;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.AttributeEstimate;
import eu.passage.avro.CameraReading;
import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.MakeEstimate;
import eu.passage.avro.Passage;
import eu.passage.avro.PlateReading;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageFactsTest {

  private static final Instant AT = Instant.parse("2026-03-10T01:10:00.123Z");

  @Test
  void everythingRulesMayAskComesFromThePassage() {
    PassageFacts facts = PassageFacts.of(truck());

    assertThat(facts.at()).isEqualTo(AT.toEpochMilli());
    assertThat(facts.camera()).isEqualTo(NameCode.of("EST-1"));
    assertThat(PlateCode.text(facts.plate())).isEqualTo("1ABC234");
    assertThat(CountryCode.text(facts.country())).isEqualTo("BE");
    assertThat(CountryCode.text(facts.from())).isEqualTo("FR");
    assertThat(CountryCode.text(facts.to())).isEqualTo("NL");
    assertThat(facts.crossing()).isTrue();
    assertThat(facts.type()).isEqualTo(VehicleType.TRUCK);
    assertThat(facts.colour()).isEqualTo(Colour.PURPLE);
    assertThat(facts.make()).isEqualTo(NameCode.ofAnyCase("RENAULT"));
    assertThat(facts.model()).isEqualTo(NameCode.ofAnyCase("t-high"));
    assertThat(facts.confidencePercent()).isEqualTo(97);
    assertThat(facts.occupants()).isEqualTo(2);
    assertThat(facts.late()).isTrue();
    assertThat(facts.vehicle()).isEqualTo(SubjectKey.ofVehicle("BE", "1ABC234"));
  }

  @Test
  void theBuilderMakesTheSame() {
    assertThat(
            new PassageFacts.Builder(AT.toEpochMilli(), "EST-1")
                .plate("1ABC234", "BE")
                .confidence(0.97)
                .crossing("FR", "NL")
                .type(VehicleType.TRUCK)
                .colour(Colour.PURPLE)
                .make("renault")
                .model("T-HIGH")
                .occupants(2)
                .late(true)
                .build())
        .isEqualTo(PassageFacts.of(truck()));
  }

  @Test
  void itComesBackFromItsParts() {
    PassageFacts facts = PassageFacts.of(truck());

    assertThat(
            PassageFacts.ofParts(
                facts.at(),
                facts.plate(),
                facts.camera(),
                facts.make(),
                facts.model(),
                facts.bits()))
        .isEqualTo(facts)
        .hasSameHashCodeAs(facts);
  }

  @Test
  void whatIsAGuessIsUnknown() {
    Passage passage = truck();
    passage.setType(new TypeEstimate(VehicleType.TRUCK, 0.49f));
    passage.setColour(new ColourEstimate(Colour.RED, 0.49f));
    passage.setMake(new MakeEstimate("Renault", 0.49f));
    passage.getAttributes().get(1).setConfidence(0.49f);
    PassageFacts facts = PassageFacts.of(passage);

    assertThat(facts.type()).isEqualTo(VehicleType.UNKNOWN);
    assertThat(facts.colour()).isEqualTo(Colour.UNKNOWN);
    assertThat(facts.make()).isEqualTo(NameCode.NONE);
    assertThat(facts.model()).isEqualTo(NameCode.NONE);
  }

  @Test
  void evenOddsAreEnough() {
    Passage passage = truck();
    passage.setType(new TypeEstimate(VehicleType.TRUCK, 0.5f));

    assertThat(PassageFacts.of(passage).type()).isEqualTo(VehicleType.TRUCK);
  }

  @Test
  void whatNobodySaysIsNotThere() {
    Passage passage = truck();
    passage.getPlate().setCountry(null);
    passage.setFromCountry(null);
    passage.setToCountry(null);
    passage.setMake(null);
    passage.setAttributes(new ArrayList<>());
    passage.setCamera(null);
    passage.setLate(false);
    PassageFacts facts = PassageFacts.of(passage);

    assertThat(facts.country()).isEqualTo(CountryCode.NONE);
    assertThat(facts.crossing()).isFalse();
    assertThat(facts.from()).isEqualTo(CountryCode.NONE);
    assertThat(facts.make()).isEqualTo(NameCode.NONE);
    assertThat(facts.model()).isEqualTo(NameCode.NONE);
    assertThat(facts.occupants()).isEqualTo(PassageFacts.NOT_COUNTED);
    assertThat(facts.late()).isFalse();
  }

  @Test
  void aCoachFullOfPeopleIsFourteen() {
    Passage passage = truck();
    passage.setCamera(CameraReading.newBuilder().setOccupants(52).build());

    assertThat(PassageFacts.of(passage).occupants()).isEqualTo(14);
  }

  /** Each value of each kind fits into its bits beside all others. */
  @Test
  void everyTypeAndColourComesBack() {
    for (VehicleType type : VehicleType.values()) {
      for (Colour colour : Colour.values()) {
        PassageFacts facts =
            new PassageFacts.Builder(0, "ZZZ-9")
                .plate("ÜÜÜÜÜÜÜÜÜÜÜÜ", "ZZ")
                .crossing("ZZ", "ZZ")
                .type(type)
                .colour(colour)
                .build();
        assertThat(facts.type()).isEqualTo(type);
        assertThat(facts.colour()).isEqualTo(colour);
        assertThat(CountryCode.text(facts.to())).isEqualTo("ZZ");
        assertThat(facts.confidencePercent()).isEqualTo(100);
        assertThat(facts.occupants()).isEqualTo(PassageFacts.NOT_COUNTED);
      }
    }
  }

  private static Passage truck() {
    return Passage.newBuilder()
        .setPassageId("p")
        .setVehicleKey("BE:1A8C234")
        .setCameraId("EST-1")
        .setCameraCountry("BE")
        .setRoad("N511")
        .setZone("border")
        .setAt(AT)
        .setFirstAt(AT)
        .setReceivedAt(AT)
        .setLate(true)
        .setPlate(
            PlateReading.newBuilder()
                .setText("1ABC234")
                .setCountry("BE")
                .setConfidence(0.974f)
                .build())
        .setType(new TypeEstimate(VehicleType.TRUCK, 0.95f))
        .setColour(new ColourEstimate(Colour.PURPLE, 0.9f))
        .setMake(new MakeEstimate("Renault", 0.9f))
        .setAttributes(
            new ArrayList<>(
                List.of(
                    new AttributeEstimate("body", "curtain", 0.9f, "body/1"),
                    new AttributeEstimate("model", "T-High", 0.8f, "make-model/3"))))
        .setFromCountry("FR")
        .setToCountry("NL")
        .setEvidence(new ArrayList<>())
        .setCamera(CameraReading.newBuilder().setOccupants(2).build())
        .setModelVersion("1/1/1")
        .build();
  }
}
