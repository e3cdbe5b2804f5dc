package eu.passage.recognition.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.recognition.image.Rect;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class LabelPlacesProperties {

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
