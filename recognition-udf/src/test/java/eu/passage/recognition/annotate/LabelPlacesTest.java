package eu.passage.recognition.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.recognition.image.Rect;
import java.util.ArrayList;
import java.util.List;
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
}
