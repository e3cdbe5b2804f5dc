package eu.passage.recognition.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.MakeEstimate;
import eu.passage.avro.NoPlateReason;
import eu.passage.avro.PlateReading;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.recognition.Samples;
import eu.passage.recognition.Sighting;
import eu.passage.recognition.classify.Labels;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.ImageRefusedException;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.image.Sketch.Format;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class AnnotatorTest {

  private static final Rect VEHICLE = new Rect(200, 100, 600, 500);
  private static final Rect PLATE = new Rect(450, 450, 120, 30);

  @Test
  void aVehicleAndAPlateThatIsSureAreOutlinedInTheirColours() throws Exception {
    BufferedImage copy = annotated(Samples.png(1280, 720, Color.GRAY), sighting(0.97f));

    assertThat(blue(copy.getRGB(500, 600))).isTrue(); // the vehicle's lower edge
    assertThat(green(copy.getRGB(451, 465))).isTrue(); // the plate's left edge
    assertThat(copy.getRGB(1000, 650)).isEqualTo(Color.GRAY.getRGB());
  }

  @Test
  void thePictureItselfStaysAsItWas() throws Exception {
    byte[] png = Samples.png(1280, 720, Color.GRAY);
    try (Picture picture = ImageLoader.decode(png, ImageLimits.DEFAULT)) {
      byte[] before = Annotator.annotate(picture, List.of(), Format.PNG);
      Annotator.annotate(picture, List.of(sighting(0.5f)), Format.PNG);
      assertThat(Annotator.annotate(picture, List.of(), Format.PNG)).isEqualTo(before);
    }
  }

  @Test
  void aSmallPictureIsMagnifiedByAWholeFactorSoThatTextsFit() throws Exception {
    assertThat(annotated(Samples.png(200, 50, Color.GRAY), List.of()).getWidth()).isEqualTo(800);
    assertThat(annotated(Samples.png(640, 480, Color.GRAY), List.of()).getWidth()).isEqualTo(640);
  }

  @Test
  void theCopyKeepsTheFormat() {
    assertThat(Format.of(Samples.png(8, 8, Color.RED))).isEqualTo(Format.PNG);
    assertThat(Format.of(Samples.jpeg(8, 8, Color.RED))).isEqualTo(Format.JPEG);
  }

  @Test
  void textsSayWhatIsKnownAndLeaveOutWhatIsNot() {
    assertThat(Wording.plate(sighting(0.97f).plate())).isEqualTo("1ABC234 BE 97%");
    assertThat(Wording.plate(Optional.empty())).isEqualTo("unreadable");
    assertThat(Wording.vehicle(sighting(0.97f))).isEqualTo("car 97%, red 88%, Volvo 91%");
    assertThat(Wording.vehicle(nothingKnown())).isEqualTo("vehicle");
  }

  private static BufferedImage annotated(byte[] png, Sighting sighting)
      throws IOException, ImageRefusedException {
    return annotated(png, List.of(sighting));
  }

  private static BufferedImage annotated(byte[] png, List<Sighting> sightings)
      throws IOException, ImageRefusedException {
    try (Picture picture = ImageLoader.decode(png, ImageLimits.DEFAULT)) {
      byte[] copy = Annotator.annotate(picture, sightings, Format.PNG);
      return ImageIO.read(new ByteArrayInputStream(copy));
    }
  }

  private static Sighting sighting(float confidence) {
    PlateReading plate =
        PlateReading.newBuilder()
            .setText("1ABC234")
            .setCountry("BE")
            .setConfidence(confidence)
            .setCountryConfidence(0.9f)
            .build();
    return new Sighting(
        Optional.of(plate),
        Optional.empty(),
        Optional.of(PLATE),
        Optional.of(VEHICLE),
        new TypeEstimate(VehicleType.CAR, 0.97f),
        new ColourEstimate(Colour.RED, 0.88f),
        new Labels(Optional.of(new MakeEstimate("Volvo", 0.91f)), List.of()));
  }

  private static Sighting nothingKnown() {
    return new Sighting(
        Optional.empty(),
        Optional.of(NoPlateReason.NOT_FOUND),
        Optional.empty(),
        Optional.of(VEHICLE),
        new TypeEstimate(VehicleType.UNKNOWN, 0f),
        new ColourEstimate(Colour.UNKNOWN, 0f),
        Labels.NONE);
  }

  private static boolean blue(int rgb) {
    Color colour = new Color(rgb);
    return colour.getBlue() > 200 && colour.getRed() < 120;
  }

  private static boolean green(int rgb) {
    Color colour = new Color(rgb);
    return colour.getGreen() > 180 && colour.getBlue() < 150;
  }
}
