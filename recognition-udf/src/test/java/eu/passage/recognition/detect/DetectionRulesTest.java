package eu.passage.recognition.detect;

import static eu.passage.recognition.detect.Detection.Kind.PLATE;
import static eu.passage.recognition.detect.Detection.Kind.VEHICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.passage.recognition.image.Rect;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Letterbox, suppression and association: what happens around the detector's net. */
class DetectionRulesTest {

  @Test
  void aWideFrameFillsTheWidthOfTheInputAndAnUprightOneItsHeight() {
    assertThat(Letterbox.fit(1280, 720, 512, 288)).isEqualTo(new Letterbox(0.4, 512, 288));
    assertThat(Letterbox.fit(500, 1000, 512, 288)).isEqualTo(new Letterbox(0.288, 144, 288));
    assertThat(Letterbox.fit(4000, 3, 512, 288).height()).isEqualTo(1);
  }

  @Property
  void aPictureNeverLeavesTheInputAndBoxesComeBackToIt(
      @ForAll @IntRange(min = 1, max = 8192) int width,
      @ForAll @IntRange(min = 1, max = 8192) int height,
      @ForAll @DoubleRange(min = 0, max = 1) double x) {
    Letterbox fit = Letterbox.fit(width, height, 512, 288);
    assertThat(fit.width()).isBetween(1, 512);
    assertThat(fit.height()).isBetween(1, 288);
    Rect back = fit.toPicture(new Rect(x * width * fit.scale(), 0, fit.scale(), fit.scale()));
    assertThat(back.x()).isCloseTo(x * width, within(1e-6));
    assertThat(back.width()).isCloseTo(1, within(1e-9));
  }

  @Test
  void ofTwoBoxesAroundOneThingTheBetterStays() {
    Detection better = vehicle(100, 100, 200, 150, 0.9);
    Detection worse = vehicle(110, 105, 200, 150, 0.8);
    Detection other = vehicle(350, 100, 200, 150, 0.5);
    Detection plate = new Detection(PLATE, better.box(), 0.4);
    assertThat(Suppression.apply(List.of(worse, other, better, plate), 0.5))
        .containsExactly(better, other, plate);
  }

  @Test
  void aPlateBelongsToTheVehicleItSitsIn() {
    Detection left = vehicle(100, 100, 200, 150, 0.9);
    Detection right = vehicle(250, 100, 200, 150, 0.9);
    Detection leftPlate = plate(175, 205);
    Detection rightPlate = plate(325, 205);
    assertThat(Association.of(List.of(right, leftPlate, rightPlate, left)))
        .extracting(p -> p.vehicle().orElseThrow(), p -> p.plate().orElseThrow())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(left, leftPlate),
            org.assertj.core.groups.Tuple.tuple(right, rightPlate));
  }

  @Test
  void aPlateInTwoOverlappingVehiclesGoesToTheOneWhereAPlateWouldBe() {
    Detection car = vehicle(200, 200, 200, 150, 0.6);
    Detection truckBehind = vehicle(150, 0, 400, 400, 0.9);
    Detection plate = plate(275, 310);
    List<Association.Pair> pairs = Association.of(List.of(truckBehind, car, plate));
    assertThat(pairs).hasSize(2);
    assertThat(pairs.get(0).vehicle()).contains(truckBehind);
    assertThat(pairs.get(0).plate()).isEmpty();
    assertThat(pairs.get(1).vehicle()).contains(car);
    assertThat(pairs.get(1).plate()).contains(plate);
  }

  @Test
  void noVehicleHasTwoPlatesAndNoPlateGetsLost() {
    Detection car = vehicle(100, 100, 200, 150, 0.9);
    Detection own = plate(175, 205);
    Detection second = plate(110, 120);
    Detection alone = plate(900, 600);
    List<Association.Pair> pairs = Association.of(List.of(second, car, own, alone));
    assertThat(pairs)
        .containsExactly(
            pair(own, car), pair(second, null), pair(alone, null)); // from left to right
  }

  @Property
  void everyDetectionIsInExactlyOnePair(
      @ForAll List<@IntRange(max = 1200) Integer> plates,
      @ForAll List<@IntRange(max = 1200) Integer> vehicles) {
    List<Detection> all =
        java.util.stream.Stream.concat(
                plates.stream().distinct().map(x -> plate(x, x / 2.0)),
                vehicles.stream().distinct().map(x -> vehicle(x, x / 3.0, 150, 120, 0.5)))
            .toList();
    List<Detection> paired =
        Association.of(all).stream()
            .flatMap(p -> java.util.stream.Stream.concat(p.plate().stream(), p.vehicle().stream()))
            .toList();
    assertThat(paired).containsExactlyInAnyOrderElementsOf(all);
  }

  private static Association.Pair pair(
      Detection plate, @org.jspecify.annotations.Nullable Detection vehicle) {
    return new Association.Pair(
        java.util.Optional.of(plate), java.util.Optional.ofNullable(vehicle));
  }

  private static Detection vehicle(double x, double y, double w, double h, double score) {
    return new Detection(VEHICLE, new Rect(x, y, w, h), score);
  }

  private static Detection plate(double x, double y) {
    return new Detection(PLATE, new Rect(x, y, 50, 12), 0.8);
  }
}
