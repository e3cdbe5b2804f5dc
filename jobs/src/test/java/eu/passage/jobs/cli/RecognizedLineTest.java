package eu.passage.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.NoPlateReason;
import eu.passage.avro.PlateReading;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.recognition.Sighting;
import eu.passage.recognition.classify.Labels;
import eu.passage.recognition.image.Rect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecognizedLineTest {

  private static final TypeEstimate CAR = new TypeEstimate(VehicleType.CAR, 0.97f);
  private static final ColourEstimate RED = new ColourEstimate(Colour.RED, 0.87654f);

  @Test
  void aVehicleIsToldWithPlateTypeColourAndBoxes() {
    Sighting sighting =
        new Sighting(
            Optional.of(plate("1ABC234", "BE", 0.98f)),
            Optional.empty(),
            Optional.of(new Rect(600.4, 409.6, 128, 30)),
            Optional.of(new Rect(480, 200, 360, 300)),
            CAR,
            RED,
            Labels.NONE);

    assertThat(RecognizedLine.of(Path.of("a.jpg"), 41, List.of(sighting)))
        .isEqualTo(
            "{\"file\":\"a.jpg\",\"ms\":41,\"vehicles\":[{"
                + "\"plate\":{\"text\":\"1ABC234\",\"country\":\"BE\",\"confidence\":0.98,\"box\":[600,410,128,30]},"
                + "\"type\":{\"value\":\"CAR\",\"confidence\":0.97},"
                + "\"colour\":{\"value\":\"RED\",\"confidence\":0.8765},"
                + "\"make\":null,\"attributes\":[],\"box\":[480,200,360,300]}]}");
  }

  @Test
  void theSurestPlateComesFirstAndVehiclesWithoutTextLast() {
    List<Sighting> sightings =
        List.of(
            unread(Optional.empty()),
            read("WEAK", 0.4f),
            unread(Optional.of(new Rect(1, 2, 3, 4))),
            read("SURE", 0.9f));

    String line = RecognizedLine.of(Path.of("a.jpg"), 1, sightings);

    assertThat(line)
        .containsSubsequence(
            "\"text\":\"SURE\"",
            "\"text\":\"WEAK\"",
            "\"plate\":{\"text\":null,\"country\":null,\"confidence\":null,\"box\":[1,2,3,4]}");
    assertThat(line).contains("\"plate\":null");
  }

  @Test
  void aPictureWithoutVehiclesHasAnEmptyList() {
    assertThat(RecognizedLine.of(Path.of("empty road.png"), 7, List.of()))
        .isEqualTo("{\"file\":\"empty road.png\",\"ms\":7,\"vehicles\":[]}");
  }

  @Test
  void aFileThatCannotBeReadIsToldOnOneLineWhateverItsName() {
    assertThat(RecognizedLine.error(Path.of("a\n\"b\".jpg"), "no such file"))
        .isEqualTo("{\"file\":\"a\\n\\\"b\\\".jpg\",\"error\":\"no such file\"}");
  }

  private static Sighting read(String text, float confidence) {
    return new Sighting(
        Optional.of(plate(text, "FR", confidence)),
        Optional.empty(),
        Optional.of(new Rect(0, 0, 10, 5)),
        Optional.empty(),
        CAR,
        RED,
        Labels.NONE);
  }

  private static Sighting unread(Optional<Rect> plateBox) {
    return new Sighting(
        Optional.empty(),
        Optional.of(NoPlateReason.UNREADABLE),
        plateBox,
        Optional.of(new Rect(0, 0, 10, 10)),
        CAR,
        RED,
        Labels.NONE);
  }

  private static PlateReading plate(String text, String country, float confidence) {
    return PlateReading.newBuilder()
        .setText(text)
        .setCountry(country)
        .setConfidence(confidence)
        .setCountryConfidence(0.9f)
        .build();
  }
}
