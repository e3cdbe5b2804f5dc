package eu.passage.jobs.scenario;

import eu.passage.avro.Direction;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.Camera.Crossing;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.util.Comparator;
import java.util.List;

/**
 * The cameras of a catalogue at which vehicles cross the border both ways, in order of their ids.
 */
final class BorderCameras {

  static final String FRANCE = "FR";
  static final String BELGIUM = "BE";

  private final List<Camera> cameras;

  /** Errors: {@link IllegalArgumentException} when fewer than three cameras qualify. */
  BorderCameras(CameraCatalogue catalogue) {
    cameras =
        catalogue.all().stream()
            .filter(BorderCameras::seesBothWays)
            .sorted(Comparator.comparing(Camera::id))
            .toList();
    if (cameras.size() < 3) {
      throw new IllegalArgumentException(
          "the scenario needs three cameras that see FR>BE and BE>FR; the catalogue has "
              + cameras.size());
    }
  }

  int size() {
    return cameras.size();
  }

  /** The camera at a place in the order; places wrap around. */
  Camera get(int place) {
    return cameras.get(Math.floorMod(place, cameras.size()));
  }

  /** The way a vehicle moves before a camera when it enters a country there. */
  static Direction directionInto(String country, Camera camera) {
    return into(country, camera.approaching()) ? Direction.APPROACHING : Direction.RECEDING;
  }

  /** The country that a vehicle enters when the camera sees its rear. */
  static String entersReceding(Camera camera) {
    return directionInto(BELGIUM, camera) == Direction.RECEDING ? BELGIUM : FRANCE;
  }

  static boolean seesBothWays(Camera camera) {
    return (into(BELGIUM, camera.approaching()) && into(FRANCE, camera.receding()))
        || (into(FRANCE, camera.approaching()) && into(BELGIUM, camera.receding()));
  }

  private static boolean into(
      String country, @org.jspecify.annotations.Nullable Crossing crossing) {
    String other = country.equals(BELGIUM) ? FRANCE : BELGIUM;
    return crossing != null && crossing.to().equals(country) && crossing.from().equals(other);
  }
}
