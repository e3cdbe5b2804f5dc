package eu.passage.jobs.scenario;

import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.Camera.Crossing;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.util.List;

/**
 * Three cameras for tests: at two of them who approaches enters Belgium, at the third leaves it.
 */
final class Roads {

  private static final Crossing IN = new Crossing("FR", "BE");
  private static final Crossing OUT = new Crossing("BE", "FR");

  private Roads() {}

  static CameraCatalogue cameras() {
    return new CameraCatalogue(
        List.of(
            new Camera("EST-1", "BE", "N1", "test", 50.7, 3.2, IN, OUT, true),
            new Camera("EST-2", "BE", "N2", "test", 50.7, 3.2, IN, OUT, true),
            new Camera("EST-3", "BE", "N3", "test", 50.7, 3.3, OUT, IN, true)));
  }
}
