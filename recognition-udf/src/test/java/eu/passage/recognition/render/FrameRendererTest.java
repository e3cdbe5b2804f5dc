package eu.passage.recognition.render;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.recognition.render.FrameRenderer.Placed;
import eu.passage.recognition.render.Pose.Facing;
import eu.passage.recognition.render.RenderedFrame.Corner;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FrameRendererTest {

  private static final RoadCamera CAMERA = new RoadCamera("EST-1", 3);
  private static final NumberPlate PLATE = new NumberPlate("BE", "be-2010", "1ABC234");
  private static final Rectangle FRAME = new Rectangle(0, 0, 1280, 720);

  // shared: painting a road takes longer than drawing a frame
  private static final FrameRenderer RENDERER = new FrameRenderer();

  @Test
  void theSameArgumentsGiveTheSameBytesWhateverWasDrawnBefore() {
    SceneVehicle vehicle = vehicle(VehicleType.CAR, Colour.BLUE, 5);
    byte[] first = frame(RENDERER, vehicle, Facing.FRONT, 1).jpeg();
    frame(RENDERER, vehicle(VehicleType.TRUCK, Colour.RED, 6), Facing.REAR, 2);

    assertThat(frame(RENDERER, vehicle, Facing.FRONT, 1).jpeg()).isEqualTo(first);
    assertThat(frame(new FrameRenderer(), vehicle, Facing.FRONT, 1).jpeg()).isEqualTo(first);
  }

  @Test
  void anotherDesignAnotherCameraAndAnotherSeedEachGiveAnotherPicture() {
    byte[] first =
        frame(RENDERER, vehicle(VehicleType.CAR, Colour.BLUE, 5), Facing.FRONT, 1).jpeg();

    assertThat(frame(RENDERER, vehicle(VehicleType.CAR, Colour.BLUE, 6), Facing.FRONT, 1).jpeg())
        .isNotEqualTo(first);
    assertThat(frame(RENDERER, vehicle(VehicleType.CAR, Colour.BLUE, 5), Facing.FRONT, 2).jpeg())
        .isNotEqualTo(first);
    assertThat(
            RENDERER
                .render(
                    new RoadCamera("EST-2", 4),
                    vehicle(VehicleType.CAR, Colour.BLUE, 5),
                    pose(Facing.FRONT, 1),
                    Conditions.plain(),
                    new SplittableRandom(1))
                .jpeg())
        .isNotEqualTo(first);
  }

  @Test
  void aFrameIsAJpegOf1280By720() throws IOException {
    byte[] jpeg = frame(RENDERER, vehicle(VehicleType.VAN, Colour.WHITE, 1), Facing.REAR, 1).jpeg();

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
    assertThat(image.getWidth()).isEqualTo(1280);
    assertThat(image.getHeight()).isEqualTo(720);
  }

  static Stream<Arguments> everyTypeAndColour() {
    return Stream.of(VehicleType.values())
        .filter(type -> type != VehicleType.UNKNOWN)
        .flatMap(
            type ->
                Stream.of(Colour.values())
                    .filter(colour -> colour != Colour.UNKNOWN)
                    .map(colour -> Arguments.of(type, colour)));
  }

  @ParameterizedTest
  @MethodSource("everyTypeAndColour")
  void everyTypeInEveryColourIsDrawnWithItsBoxesInTheFrame(VehicleType type, Colour colour) {
    for (Facing facing : Facing.values()) {
      RenderedFrame frame =
          frame(RENDERER, vehicle(type, colour, 31L * colour.ordinal()), facing, 7);

      assertThat(frame.vehicles()).hasSize(1);
      RenderedFrame.Vehicle seen = frame.vehicles().get(0);
      assertThat(seen.type()).isEqualTo(type);
      assertThat(seen.colour()).isEqualTo(colour);
      assertThat(FRAME.contains(seen.box())).isTrue();
      assertThat(seen.box().width).isGreaterThan(60);
      if (type == VehicleType.MOTORCYCLE && facing == Facing.FRONT) {
        assertThat(seen.plate()).isEmpty();
      } else {
        RenderedFrame.Plate plate = seen.plate().orElseThrow();
        assertThat(plate.plate()).isEqualTo(PLATE);
        assertThat(FRAME.contains(plate.box())).isTrue();
        assertThat(seen.box().contains(centre(plate.box()))).isTrue();
      }
    }
  }

  @Test
  void thePlateBoxIsTheSmallestAroundTheCornersWhichGoClockwiseFromTopLeft() {
    for (Pose pose : CAMERA.passage(Facing.REAR, 5, new SplittableRandom(9))) {
      RenderedFrame.Plate plate =
          RENDERER
              .render(
                  CAMERA,
                  vehicle(VehicleType.CAR, Colour.GREY, 2),
                  pose,
                  Conditions.plain(),
                  new SplittableRandom(1))
              .vehicles()
              .get(0)
              .plate()
              .orElseThrow();
      List<Corner> corners = plate.corners();
      Rectangle box = plate.box();

      assertThat(corners).hasSize(4);
      assertThat(corners.get(0).x()).isLessThan(corners.get(1).x());
      assertThat(corners.get(3).x()).isLessThan(corners.get(2).x());
      assertThat(corners.get(0).y()).isLessThan(corners.get(3).y());
      assertThat(corners.get(1).y()).isLessThan(corners.get(2).y());
      assertThat(corners)
          .allSatisfy(
              c -> {
                assertThat(c.x()).isBetween(box.getMinX(), box.getMaxX());
                assertThat(c.y()).isBetween(box.getMinY(), box.getMaxY());
              });
      assertThat(corners.stream().mapToDouble(Corner::x).min().orElseThrow())
          .isLessThan(box.getMinX() + 1);
      assertThat(corners.stream().mapToDouble(Corner::x).max().orElseThrow())
          .isGreaterThan(box.getMaxX() - 1);
    }
  }

  @Test
  void aVehicleGrowsAsItApproachesAndShrinksAsItRecedes() {
    assertThat(plateWidths(Facing.FRONT)).isSorted();
    assertThat(plateWidths(Facing.REAR).stream().map(w -> -w)).isSorted();
  }

  @Test
  void aVehicleWithoutPlatesHasNoneInTheTruth() {
    SceneVehicle bare =
        new SceneVehicle(VehicleType.CAR, Colour.RED, Optional.empty(), Optional.empty(), 4);

    assertThat(frame(RENDERER, bare, Facing.FRONT, 1).vehicles().get(0).plate()).isEmpty();
  }

  @Test
  void anEmptyRoadHasNoVehicles() {
    RenderedFrame frame =
        RENDERER.render(
            CAMERA, Facing.FRONT, List.of(), Conditions.plain(), new SplittableRandom(1));

    assertThat(frame.vehicles()).isEmpty();
    assertThat(frame.jpeg()).isNotEmpty();
  }

  @Test
  void aPlateBehindANearerVehicleIsNotInTheTruth() {
    double distance = pose(Facing.FRONT, 1).distance();
    RenderedFrame frame =
        RENDERER.render(
            CAMERA,
            Facing.FRONT,
            List.of(
                new Placed(
                    vehicle(VehicleType.CAR, Colour.RED, 1),
                    new Pose(Facing.FRONT, distance + 7, 0, 0)),
                new Placed(
                    vehicle(VehicleType.VAN, Colour.WHITE, 2),
                    new Pose(Facing.FRONT, distance, 0, 0))),
            Conditions.plain(),
            new SplittableRandom(1));

    assertThat(frame.vehicles().get(0).type()).isEqualTo(VehicleType.VAN);
    assertThat(frame.vehicles().get(0).plate()).isPresent();
    assertThat(frame.vehicles().stream().filter(v -> v.type() == VehicleType.CAR))
        .allSatisfy(v -> assertThat(v.plate()).isEmpty());
  }

  @Test
  void infraRedPicturesAreGrey() throws IOException {
    Conditions infrared = new Conditions(Conditions.Daylight.NIGHT, true, 0, 0, 0.6, 3, 0, 1, 90);
    byte[] jpeg =
        RENDERER
            .render(
                CAMERA,
                vehicle(VehicleType.CAR, Colour.RED, 3),
                pose(Facing.FRONT, 2),
                infrared,
                new SplittableRandom(2))
            .jpeg();

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
    for (int x = 0; x < 1280; x += 37) {
      int rgb = image.getRGB(x, 400);
      assertThat(Math.abs(((rgb >> 16) & 255) - (rgb & 255))).isLessThanOrEqualTo(6);
    }
  }

  private List<Integer> plateWidths(Facing facing) {
    return CAMERA.passage(facing, 4, new SplittableRandom(3)).stream()
        .map(
            pose ->
                RENDERER
                    .render(
                        CAMERA,
                        vehicle(VehicleType.CAR, Colour.GREEN, 8),
                        pose,
                        Conditions.plain(),
                        new SplittableRandom(1))
                    .vehicles()
                    .get(0)
                    .plate()
                    .orElseThrow()
                    .box()
                    .width)
        .toList();
  }

  private static SceneVehicle vehicle(VehicleType type, Colour colour, long design) {
    return SceneVehicle.of(type, colour, PLATE, design);
  }

  private static Pose pose(Facing facing, long seed) {
    return CAMERA.passage(facing, 1, new SplittableRandom(seed)).get(0);
  }

  private static RenderedFrame frame(
      FrameRenderer with, SceneVehicle vehicle, Facing facing, long seed) {
    return with.render(
        CAMERA, vehicle, pose(facing, seed), Conditions.plain(), new SplittableRandom(seed));
  }

  private static java.awt.Point centre(Rectangle box) {
    return new java.awt.Point((int) box.getCenterX(), (int) box.getCenterY());
  }
}
