package eu.passage.schemas.cameras;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The cameras Passage listens to; what any other camera sends is refused. */
public final class CameraCatalogue implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, Camera> byId;

  public CameraCatalogue(Collection<Camera> cameras) {
    byId = cameras.stream().collect(Collectors.toUnmodifiableMap(Camera::id, Function.identity()));
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
