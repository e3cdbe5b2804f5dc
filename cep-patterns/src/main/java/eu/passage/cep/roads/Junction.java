package eu.passage.cep.roads;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where roads meet and nothing reads plates; it keeps the graph small and is never told to anyone.
 *
 * @param id unlike every other place's
 * @param country ISO 3166-1 alpha-2
 * @param latitude degrees, WGS 84, for {@link CrowsFlight}; absent: not known
 * @param longitude the same
 */
public record Junction(
    String id, String country, @Nullable Double latitude, @Nullable Double longitude)
    implements Serializable {

  public Junction {
    CrowsFlight.requireBothOrNeither("junction " + id, latitude, longitude);
  }

  /** One of which nobody has said where it lies. */
  public Junction(String id, String country) {
    this(id, country, null, null);
  }
}
