package eu.passage.cep.roads;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A way from one place to another within a country; the way back is a road of its own.
 *
 * @param from a camera or junction
 * @param to a camera, junction or border point
 * @param country where it lies, ISO 3166-1 alpha-2. At a border camera it says which way the
 *     vehicle passes: who comes to it by a road in Belgium leaves Belgium there.
 * @param fastest nobody is there sooner
 * @param leaving at a camera inland, the way past it after which the road can be taken; absent:
 *     after either
 * @param arriving at a camera inland, the way a vehicle that comes by this road passes it; absent:
 *     either
 */
public record Road(
    String from,
    String to,
    String country,
    Duration fastest,
    @Nullable Way leaving,
    @Nullable Way arriving)
    implements Serializable {

  /** Past a camera, as the camera sees it. */
  public enum Way {
    APPROACHING,
    RECEDING
  }

  public Road {
    if (fastest.isNegative() || fastest.isZero()) {
      throw new IllegalArgumentException(
          "the road from %s to %s takes a positive time, not %s".formatted(from, to, fastest));
    }
    if (from.equals(to)) {
      throw new IllegalArgumentException("a road leads from %s to itself".formatted(from));
    }
  }

  /** A road that can be taken whichever way its ends are passed. */
  public Road(String from, String to, String country, Duration fastest) {
    this(from, to, country, fastest, null, null);
  }
}
