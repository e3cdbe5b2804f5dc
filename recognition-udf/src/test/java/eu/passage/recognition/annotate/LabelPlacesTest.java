package eu.passage.recognition.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.recognition.image.Rect;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LabelPlacesTest {

  private final LabelPlaces places = new LabelPlaces(1280, 720);

  @Test
  void aLabelStandsAboveItsBoxWhereThereIsRoom() {
    assertThat(places.place(new Rect(300, 200, 100, 50), 90, 20))
        .isEqualTo(new Rect(300, 180, 90, 20));
  }

  @Test
  void theLabelsOfOneAndTheSameBoxDoNotCoverEachOther() {
    List<Rect> taken = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Rect place = places.place(new Rect(300, 200, 100, 50), 90, 20);
      assertThat(taken).allSatisfy(other -> assertThat(other.intersection(place)).isZero());
      taken.add(place);
    }
  }

  @Test
  void aLabelRatherStandsBelowThanOverAnotherPlate() {
    Rect plate = new Rect(300, 200, 100, 30);
    places.keepFree(plate);
    places.keepFree(new Rect(300, 170, 100, 28));
    assertThat(places.place(plate, 90, 20)).isEqualTo(new Rect(300, 230, 90, 20));
  }

  @Property
  void aLabelStaysInsideThePicture(
      @ForAll @DoubleRange(min = 0, max = 1280) double x,
      @ForAll @DoubleRange(min = 0, max = 720) double y) {
    Rect place = new LabelPlaces(1280, 720).place(new Rect(x, y, 60, 40), 200, 24);
    assertThat(place.x()).isNotNegative();
    assertThat(place.y()).isNotNegative();
    assertThat(place.right()).isLessThanOrEqualTo(1280);
    assertThat(place.bottom()).isLessThanOrEqualTo(720);
  }
}
