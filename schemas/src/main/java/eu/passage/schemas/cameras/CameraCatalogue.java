package eu.passage.schemas.cameras;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The cameras Passage listens to; what any other camera sends is refused. */
public final class CameraCatalogue implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, Camera> byId;

  /** Throws {@link IllegalArgumentException} when two cameras bear the same id. */
  public CameraCatalogue(Collection<Camera> cameras) {
    Map<String, Camera> map = new HashMap<>();
    for (Camera camera : cameras) {
      Camera other = map.put(camera.id(), camera);
      if (other != null) {
        throw new IllegalArgumentException(
            "camera id " + camera.id() + " is given twice: " + other + " and " + camera);
      }
    }
    byId = Map.copyOf(map);
  }

  /** The camera of this id, or empty when the catalogue does not list it. */
  public Optional<Camera> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All cameras, in no order. */
  public Collection<Camera> all() {
    return byId.values();
  }
}
