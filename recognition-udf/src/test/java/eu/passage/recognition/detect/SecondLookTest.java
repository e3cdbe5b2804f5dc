package eu.passage.recognition.detect;

import static eu.passage.recognition.detect.Detection.Kind.PLATE;
import static eu.passage.recognition.detect.Detection.Kind.VEHICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.recognition.image.Rect;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Where a picture is looked at again, and what both looks give together. */
class SecondLookTest {

  private static final Rect HD = new Rect(0, 0, 1280, 720);

  @Test
  void aVehicleWithItsPlateCostsNoSecondLook() {
    assertThat(parts(HD, vehicle(300, 200, 500, 400), plate(500, 520, 100))).isEmpty();
  }

  @Test
  void anEmptyFrameOfOrdinarySizeCostsNoSecondLook() {
    assertThat(parts(HD)).isEmpty();
  }

  @Test
  void aVehicleWithoutAPlateIsLookedAtFromNearer() {
    Detection bare = vehicle(800, 300, 200, 160);
    List<Rect> parts = parts(HD, vehicle(100, 200, 400, 400), plate(250, 500, 90), bare);
    assertThat(parts).hasSize(1);
    assertThat(parts.get(0).intersection(bare.box())).isEqualTo(bare.box().area());
    assertThat(parts.get(0).width()).isLessThan(HD.width() / 2);
  }

  @Test
  void aVehicleThatFillsThePictureIsNotLookedAtAgain() {
    assertThat(parts(HD, vehicle(50, 20, 1150, 690))).isEmpty();
  }

  @Test
  void aVehicleTooFarToReadIsNotLookedAtAgain() {
    assertThat(parts(HD, vehicle(600, 300, 40, 30))).isEmpty();
  }

  @Test
  void aPlateOfFewInputPixelsIsLookedAtAgain() {
    Detection far = plate(640, 300, 40);
    List<Rect> parts = parts(HD, vehicle(500, 150, 300, 200), far);
    assertThat(parts).hasSize(1);
    assertThat(parts.get(0).intersection(far.box())).isEqualTo(far.box().area());
  }

  @Test
  void aSmallPictureShowsNothingNewFromNearer() {
    Rect small = new Rect(0, 0, 400, 225);
    assertThat(parts(small, vehicle(50, 50, 200, 150))).isEmpty();
  }

  @Test
  void neighboursAreLookedAtTogether() {
    assertThat(parts(HD, vehicle(600, 300, 80, 60), vehicle(660, 300, 80, 60))).hasSize(1);
  }

  @Test
  void aLargePictureInWhichNothingWasFoundIsSearchedPartByPart() {
    Rect large = new Rect(0, 0, 4000, 2250);
    List<Rect> parts = parts(large);
    assertThat(parts).hasSize(4);
    assertThat(parts.stream().mapToDouble(p -> p.intersection(large) / large.area()).sum())
        .isGreaterThan(1.2);
  }

  @Test
  void noMorePartsThanAllowedAndTheLargestVehiclesFirst() {
    Detection[] many =
        Stream.iterate(0, i -> i + 1)
            .limit(8)
            .map(i -> vehicle(10 + 480 * i, 900, 200 + 10 * i, 150))
            .toArray(Detection[]::new);
    Rect large = new Rect(0, 0, 4000, 2250);
    List<Rect> parts = parts(large, many);
    assertThat(parts).hasSize(SecondLook.DEFAULT.mostParts());
    assertThat(parts.get(0).intersection(many[7].box())).isEqualTo(many[7].box().area());
    assertThat(SecondLook.NONE.parts(large, view(large, large), List.of(many), 512, 288)).isEmpty();
  }

  @Property
  void everyPartLiesInThePictureInWholePixels(
      @ForAll @IntRange(min = 20, max = 8192) int width,
      @ForAll @IntRange(min = 20, max = 8192) int height,
      @ForAll @IntRange(max = 90) int x,
      @ForAll @IntRange(max = 90) int y,
      @ForAll @IntRange(min = 1, max = 10) int size) {
    Rect bounds = new Rect(0, 0, width, height);
    Detection found =
        vehicle(x * width / 100.0, y * height / 100.0, size * width / 100.0, size * height / 100.0);
    for (Rect part : parts(bounds, found)) {
      assertThat(part.intersection(bounds)).isEqualTo(part.area());
      assertThat(List.of(part.x(), part.y(), part.width(), part.height()))
          .allMatch(v -> v == Math.rint(v));
      assertThat(part.area()).isPositive();
    }
  }

  @Test
  void settingsOutOfRangeAreRefusedByName() {
    assertThatThrownBy(() -> new SecondLook(17, 1.4, 22, 24, 3.5))
        .hasMessageContaining("mostParts");
    assertThatThrownBy(() -> new SecondLook(4, 0.9, 22, 24, 3.5)).hasMessageContaining("leastZoom");
    assertThatThrownBy(() -> new SecondLook(4, 1.4, -1, 24, 3.5))
        .hasMessageContaining("smallPlate");
  }

  @Test
  void thePlateSeenLargerReplacesTheOneSeenFromFarAndKeepsTheBetterScore() {
    Detection far = new Detection(PLATE, new Rect(602, 301, 44, 14), 0.9);
    Detection near = new Detection(PLATE, new Rect(600, 300, 50, 12), 0.7);
    View part = view(HD, new Rect(500, 200, 320, 180));
    assertThat(Merge.of(HD, List.of(far), part, List.of(near)))
        .containsExactly(new Detection(PLATE, near.box(), 0.9));
  }

  @Test
  void whatThePartCutsIsLeftToTheFirstLook() {
    View part = view(HD, new Rect(500, 200, 320, 180));
    Detection cut = new Detection(PLATE, new Rect(500, 250, 50, 12), 0.9);
    assertThat(Merge.of(HD, List.of(), part, List.of(cut))).isEmpty();
    View corner = view(HD, new Rect(0, 0, 320, 180));
    Detection atTheEdge = new Detection(PLATE, new Rect(0, 50, 50, 12), 0.9);
    assertThat(Merge.of(HD, List.of(), corner, List.of(atTheEdge))).containsExactly(atTheEdge);
  }

  @Test
  void vehiclesOfTheSecondLookCountOnlyWhereTheFirstSawNone() {
    View part = view(HD, new Rect(500, 200, 320, 180));
    Detection seen = vehicle(510, 210, 200, 150);
    Detection again = vehicle(520, 230, 190, 100);
    assertThat(Merge.of(HD, List.of(seen), part, List.of(again))).containsExactly(seen);
    assertThat(Merge.of(HD, List.of(), part, List.of(again))).containsExactly(again);
  }

  @Test
  void aPartsBoxesComeBackToThePicture() {
    View part = view(HD, new Rect(500, 200, 256, 144));
    assertThat(part.toPicture(new Rect(100, 50, 40, 10))).isEqualTo(new Rect(550, 225, 20, 5));
  }

  private static View view(Rect bounds, Rect part) {
    assertThat(bounds.intersection(part)).isEqualTo(part.area());
    return View.of(0, part, 512, 288);
  }

  private static List<Rect> parts(Rect bounds, Detection... found) {
    return SecondLook.DEFAULT.parts(bounds, view(bounds, bounds), List.of(found), 512, 288);
  }

  private static Detection vehicle(double x, double y, double w, double h) {
    return new Detection(VEHICLE, new Rect(x, y, w, h), 0.8);
  }

  private static Detection plate(double x, double y, double width) {
    return new Detection(PLATE, new Rect(x, y, width, width / 4), 0.8);
  }
}
