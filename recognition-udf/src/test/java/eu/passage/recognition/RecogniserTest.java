package eu.passage.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.passage.avro.Colour;
import eu.passage.avro.Frame;
import eu.passage.avro.NoPlateReason;
import eu.passage.avro.Observation;
import eu.passage.avro.PlateReading;
import eu.passage.avro.VehicleType;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import java.awt.Color;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecogniserTest {

  private final Recogniser recogniser = Recogniser.open(Samples.models(), Thresholds.DEFAULT, 3);
  private final List<Picture> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(Picture::close);
    recogniser.close();
  }

  @Test
  void aFrameGivesItsVehicleWithPlateTypeAndColour() throws Exception {
    List<Sighting> sightings = recognise(picture(1280, 720, new Color(200, 60, 60))).get(0);
    assertThat(sightings).hasSize(1);
    Sighting sighting = sightings.get(0);
    PlateReading plate = sighting.plate().orElseThrow();
    assertThat(plate.getText()).isEqualTo("AB124CD");
    assertThat(plate.getCountry()).isEqualTo("FR");
    assertThat(sighting.noPlate()).isEmpty();
    assertThat(sighting.type().getValue()).isEqualTo(VehicleType.CAR);
    assertThat(sighting.type().getConfidence()).isCloseTo(0.8f, within(1e-5f));
    assertThat(sighting.colour().getValue()).isEqualTo(Colour.RED);
    Rect box = sighting.vehicleBox().orElseThrow();
    assertThat(box.x()).isCloseTo(250, within(1e-3)); // 100 input pixels of 0.4 scale
    assertThat(box.width()).isCloseTo(500, within(1e-3));
    assertThat(sighting.plateBox().orElseThrow().y()).isCloseTo(425, within(1e-3));
  }

  @Test
  void eachPictureOfABatchGetsItsOwnAnswersWhateverTheBatchSize() throws Exception {
    List<Picture> pictures = new ArrayList<>();
    for (int tenth = 0; tenth < 10; tenth++) {
      int grey = (int) (tenth * 25.6) + 12;
      pictures.add(picture(1280, 720, new Color(grey, grey, grey)));
    }
    List<List<Sighting>> sightings = recogniser.recognise(pictures);
    assertThat(sightings).hasSize(10);
    for (int tenth = 0; tenth < 10; tenth++) {
      List<Sighting> here = sightings.get(tenth);
      if (tenth < 2) { // mean grey 12 and 37: dark, nothing is there
        assertThat(here).isEmpty();
      } else {
        assertThat(here.get(0).plate().orElseThrow().getText()).isEqualTo("AB12%dCD", tenth);
        assertThat(here.get(0).colour().getValue()).isEqualTo(Colour.UNKNOWN);
        assertThat(here.get(0).colour().getConfidence()).isZero();
      }
    }
  }

  @Test
  void aDarkPictureOfAPlatesShapeIsReadAsAPlate() throws Exception {
    Sighting sighting = recognise(picture(200, 50, Color.BLACK)).get(0).get(0);
    assertThat(sighting.plate().orElseThrow().getText()).isEqualTo("AB120CD");
    assertThat(sighting.plateBox()).contains(new Rect(0, 0, 200, 50));
    assertThat(sighting.vehicleBox()).isEmpty();
    assertThat(sighting.type().getValue()).isEqualTo(VehicleType.UNKNOWN);
  }

  @Test
  void aDarkPictureOfAnotherShapeOrSizeHoldsNothing() throws Exception {
    assertThat(recognise(picture(200, 100, Color.BLACK)).get(0)).isEmpty();
    assertThat(recognise(picture(1000, 390, Color.BLACK)).get(0)).isEmpty();
  }

  @Test
  void aPlateReadWithLessConfidenceThanAskedIsUnreadable() throws Exception {
    Thresholds strict = new Thresholds(1, 0.9, 0.9);
    try (Recogniser wary = Recogniser.open(Samples.models(), strict, 1)) {
      Sighting sighting = wary.recognise(List.of(picture(1280, 720, Color.RED))).get(0).get(0);
      assertThat(sighting.plate()).isEmpty();
      assertThat(sighting.noPlate()).contains(NoPlateReason.UNREADABLE);
      assertThat(sighting.plateBox()).isPresent();
      assertThat(sighting.type().getValue()).isEqualTo(VehicleType.UNKNOWN);
    }
  }

  @Test
  void everyStageIsTimed() throws Exception {
    Set<Stage> timed = EnumSet.noneOf(Stage.class);
    recogniser.recognise(
        List.of(picture(1280, 720, Color.RED)),
        (stage, nanos) -> {
          assertThat(nanos).isPositive();
          timed.add(stage);
        });
    assertThat(timed).containsExactlyInAnyOrder(Stage.DETECT, Stage.READ, Stage.CLASSIFY);
  }

  @Test
  void anObservationCarriesItsFrameAndAnIdThatARepeatGivesAgain() throws Exception {
    Frame frame = Samples.frame("f-1", Samples.jpeg(1280, 720, Color.RED));
    Picture picture = picture(1280, 720, Color.RED);
    List<Sighting> sightings = recognise(picture).get(0);
    List<Observation> first = Observations.of(frame, picture, sightings, recogniser.modelVersion());
    assertThat(Observations.of(frame, picture, sightings, recogniser.modelVersion()))
        .isEqualTo(first);
    Observation observation = first.get(0);
    assertThat(observation.getFrameId()).isEqualTo("f-1");
    assertThat(observation.getCapturedAt()).isEqualTo(Samples.NOON);
    assertThat(observation.getFrameWidth()).isEqualTo(1280);
    assertThat(observation.getImageSha256()).isEqualTo(frame.getImage().getSha256());
    assertThat(observation.getModelVersion()).isEqualTo("test/test/test");
    assertThat(observation.getVehicleBox().getX()).isEqualTo(250);
    frame.setFrameId("f-2");
    assertThat(Observations.of(frame, picture, sightings, "v").get(0).getObservationId())
        .isNotEqualTo(observation.getObservationId());
  }

  private List<List<Sighting>> recognise(Picture... pictures) {
    return recogniser.recognise(List.of(pictures));
  }

  private Picture picture(int width, int height, Color colour) throws Exception {
    Picture picture = ImageLoader.decode(Samples.png(width, height, colour), ImageLimits.DEFAULT);
    opened.add(picture);
    return picture;
  }
}
