package eu.passage.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.model.ModelSource;
import eu.passage.recognition.render.Conditions;
import eu.passage.recognition.render.FrameRenderer;
import eu.passage.recognition.render.NumberPlate;
import eu.passage.recognition.render.PlateGenerator;
import eu.passage.recognition.render.Pose;
import eu.passage.recognition.render.RenderedFrame;
import eu.passage.recognition.render.RoadCamera;
import eu.passage.recognition.render.SceneVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** That the models of this build recognise what the simulated cameras draw by plain daylight. */
class ShippedModelsTest {

  private static final Recogniser RECOGNISER =
      Recogniser.open(ModelSource.SHIPPED, Thresholds.DEFAULT, 8);
  private static final RoadCamera CAMERA = new RoadCamera("EST-1", 3);
  private static final FrameRenderer RENDERER = new FrameRenderer();

  @AfterAll
  static void close() {
    RECOGNISER.close();
  }

  @Test
  void platesOfAllSixCountriesAreReadWithTheirVehicleAndCountry() throws Exception {
    PlateGenerator plates = new PlateGenerator();
    List<String> wrong = new ArrayList<>();
    List<String> all = List.of("BE", "FR", "NL", "DE", "LU", "GB");
    for (String country : all) {
      NumberPlate plate =
          plates.generate(country, VehicleType.CAR, new SplittableRandom(country.hashCode()));
      RenderedFrame frame = frame(VehicleType.CAR, plate);
      List<Sighting> seen = recognise(frame);
      boolean right =
          seen.stream().anyMatch(s -> shows(s, plate) && isAt(s, frame.vehicles().get(0)));
      if (!right) {
        wrong.add(plate + " was seen as " + seen);
      }
    }
    // one in six may be misread: frames of one passage are fused later
    assertThat(wrong).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void carsTrucksAndBusesAreToldApart() throws Exception {
    NumberPlate plate = new NumberPlate("BE", "be-2010", "1ABC234");
    List<VehicleType> types = List.of(VehicleType.CAR, VehicleType.TRUCK, VehicleType.BUS);
    for (VehicleType type : types) {
      assertThat(recognise(frame(type, plate)))
          .extracting(sighting -> sighting.type().getValue())
          .contains(type);
    }
  }

  @Test
  void anEmptyRoadGivesNothing() throws Exception {
    RenderedFrame empty =
        RENDERER.render(
            CAMERA, Pose.Facing.FRONT, List.of(), Conditions.plain(), new SplittableRandom(1));
    assertThat(recognise(empty)).isEmpty();
  }

  private static RenderedFrame frame(VehicleType type, NumberPlate plate) {
    List<Pose> poses = CAMERA.passage(Pose.Facing.FRONT, 3, new SplittableRandom(7));
    return RENDERER.render(
        CAMERA,
        SceneVehicle.of(type, Colour.BLUE, plate, 5),
        poses.get(1),
        Conditions.plain(),
        new SplittableRandom(1));
  }

  private static List<Sighting> recognise(RenderedFrame frame) throws Exception {
    try (Picture picture = ImageLoader.decode(frame.jpeg(), ImageLimits.DEFAULT)) {
      return RECOGNISER.recognise(List.of(picture)).get(0);
    }
  }

  private static boolean shows(Sighting sighting, NumberPlate plate) {
    return sighting
        .plate()
        .filter(read -> read.getText().equals(plate.text()))
        .filter(read -> plate.country().equals(read.getCountry()))
        .isPresent();
  }

  private static boolean isAt(Sighting sighting, RenderedFrame.Vehicle vehicle) {
    java.awt.Rectangle box = vehicle.box();
    Rect truth = new Rect(box.x, box.y, box.width, box.height);
    return sighting.vehicleBox().filter(seen -> seen.iou(truth) >= 0.5).isPresent();
  }
}
