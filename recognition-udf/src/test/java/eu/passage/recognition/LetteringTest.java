package eu.passage.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.NoPlateReason;
import eu.passage.avro.PlateReading;
import eu.passage.recognition.classify.Attributes;
import eu.passage.recognition.classify.Labels;
import eu.passage.recognition.image.Rect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LetteringTest {

  private static final Rect LORRY = new Rect(100, 0, 400, 500);
  private static final Rect BADGE = new Rect(280, 330, 40, 30);
  private static final Rect PLATE = new Rect(250, 440, 110, 25);
  private static final Rect ELSEWHERE = new Rect(700, 440, 110, 25);

  @Test
  void aVehicleWhoseBadgeWasTakenForItsPlateGetsThePlateInsideIt() {
    List<Sighting> left =
        Lettering.leftOut(List.of(unreadable(BADGE, LORRY), read("MX491DZ", PLATE, null)));
    assertThat(left).hasSize(1);
    assertThat(left.get(0).plate().orElseThrow().getText()).isEqualTo("MX491DZ");
    assertThat(left.get(0).noPlate()).isEmpty();
    assertThat(left.get(0).plateBox()).contains(PLATE);
    assertThat(left.get(0).vehicleBox()).contains(LORRY);
  }

  @Test
  void whatCannotBeReadOnAVehicleWhosePlateWasReadIsLeftOut() {
    Sighting lorry = read("MX491DZ", PLATE, LORRY);
    assertThat(Lettering.leftOut(List.of(unreadable(BADGE, null), lorry))).containsExactly(lorry);
  }

  @Test
  void ofTwoVehiclesOneInsideTheOtherTheSmallerOneIsMeant() {
    Sighting lorry = unreadable(BADGE, LORRY);
    Sighting car = unreadable(new Rect(260, 400, 50, 20), new Rect(220, 380, 200, 110));
    List<Sighting> left = Lettering.leftOut(List.of(lorry, car, read("1ABC234", PLATE, null)));
    assertThat(left).hasSize(2).contains(lorry);
    assertThat(left.get(1).plate().orElseThrow().getText()).isEqualTo("1ABC234");
  }

  @Test
  void platesOfNoVehicleStay() {
    List<Sighting> all =
        List.of(
            unreadable(BADGE, LORRY),
            unreadable(ELSEWHERE, null),
            read("1ABC234", ELSEWHERE, null));
    assertThat(Lettering.leftOut(all)).isEqualTo(all);
  }

  @Test
  void aSecondPlateThatCanBeReadStays() {
    List<Sighting> all =
        List.of(read("MX491DZ", PLATE, LORRY), read("1ABC234", new Rect(250, 380, 90, 22), null));
    assertThat(Lettering.leftOut(all)).isEqualTo(all);
  }

  private static Sighting read(String text, Rect plate, Rect vehicle) {
    PlateReading reading =
        PlateReading.newBuilder()
            .setText(text)
            .setCountry("FR")
            .setConfidence(0.99f)
            .setCountryConfidence(0.9f)
            .setCharacterConfidences(List.of())
            .setAlternatives(List.of())
            .setSeen(0.9f)
            .setCountriesSeen(Map.of())
            .build();
    return sighting(Optional.of(reading), plate, vehicle);
  }

  private static Sighting unreadable(Rect plate, Rect vehicle) {
    return sighting(Optional.empty(), plate, vehicle);
  }

  private static Sighting sighting(Optional<PlateReading> reading, Rect plate, Rect vehicle) {
    Attributes looks = Attributes.unknown();
    return new Sighting(
        reading,
        reading.isPresent() ? Optional.empty() : Optional.of(NoPlateReason.UNREADABLE),
        Optional.of(plate),
        Optional.ofNullable(vehicle),
        looks.type(),
        looks.colour(),
        Labels.NONE);
  }
}
