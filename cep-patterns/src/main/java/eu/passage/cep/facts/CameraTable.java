package eu.passage.cep.facts;

import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The cameras of a catalogue by their {@link NameCode}. */
public final class CameraTable {

  private final List<Camera> cameras;
  private final CodeTable places;

  /**
   * @throws IllegalArgumentException when two cameras' ids have one code; rename either
   */
  public CameraTable(CameraCatalogue catalogue) {
    cameras = catalogue.all().stream().sorted(Comparator.comparing(Camera::id)).toList();
    places = new CodeTable(cameras.size());
    for (int i = 0; i < cameras.size(); i++) {
      int other = places.put(NameCode.of(cameras.get(i).id()), i);
      if (other != CodeTable.ABSENT) {
        throw new IllegalArgumentException(
            "cameras %s and %s cannot be told apart (same code); rename one"
                .formatted(cameras.get(other).id(), cameras.get(i).id()));
      }
    }
  }

  /** All cameras, by id. */
  public List<Camera> all() {
    return cameras;
  }

  /** The place of a camera in {@link #all}, or -1 when the catalogue does not have it. */
  public int place(int code) {
    return places.get(code);
  }

  /** The camera of a code. */
  public Optional<Camera> find(int code) {
    int place = place(code);
    return place < 0 ? Optional.empty() : Optional.of(cameras.get(place));
  }

  /** The codes of the cameras that fit, in no order. */
  public int[] codes(Predicate<Camera> fits) {
    return IntStream.range(0, cameras.size())
        .filter(i -> fits.test(cameras.get(i)))
        .map(i -> NameCode.of(cameras.get(i).id()))
        .toArray();
  }

  /**
   * Kilometres between two cameras as the crow flies, hence a lower bound of what a road takes; 0
   * when either is unknown.
   */
  public double kilometres(int a, int b) {
    int from = place(a);
    int to = place(b);
    if (from < 0 || to < 0 || from == to) {
      return 0;
    }
    Camera one = cameras.get(from);
    Camera other = cameras.get(to);
    return GreatCircle.kilometres(
        one.latitude(), one.longitude(), other.latitude(), other.longitude());
  }
}
