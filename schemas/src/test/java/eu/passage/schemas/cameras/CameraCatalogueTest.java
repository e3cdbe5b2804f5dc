package eu.passage.schemas.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CameraCatalogueTest {

  private static final Camera FIRST = camera("EST-1", "N510");
  private static final Camera SECOND = camera("EST-2", "N512");

  @Test
  void aCameraIsFoundByItsIdAndNoOtherIs() {
    CameraCatalogue catalogue = new CameraCatalogue(List.of(FIRST, SECOND));

    assertThat(catalogue.find("EST-2")).contains(SECOND);
    assertThat(catalogue.find("EST-3")).isEmpty();
    assertThat(catalogue.all()).containsExactlyInAnyOrder(FIRST, SECOND);
  }

  @Test
  void anIdGivenTwiceIsRefusedByNameWithBothCameras() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CameraCatalogue(List.of(FIRST, SECOND, camera("EST-1", "A17"))))
        .withMessageContaining("EST-1 is given twice")
        .withMessageContaining("N510")
        .withMessageContaining("A17");
  }

  private static Camera camera(String id, String road) {
    return new Camera(id, "BE", road, "border", 50.7, 3.25, null, null, false);
  }
}
