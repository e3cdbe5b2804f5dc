package eu.passage.cep.wording;

import eu.passage.schemas.cameras.Camera;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a reader has been told: a day is said when it changes, a camera's road the first time. */
final class Memory {

  private final Set<String> cameras = new HashSet<>();
  private @Nullable LocalDate day;

  /** To be said now. */
  Moment moment(long epochMilli) {
    ZonedDateTime local = Moment.local(epochMilli);
    boolean withDay = !local.toLocalDate().equals(day);
    day = local.toLocalDate();
    return new Moment(local, withDay);
  }

  /** {@code EST-1 (N511)}, then {@code EST-1}; empty where nobody knows the camera. */
  Optional<String> name(Optional<Camera> camera) {
    return camera.map(c -> cameras.add(c.id()) ? c.id() + " (" + c.road() + ")" : c.id());
  }
}
