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

  private static final long MINUTE = 60_000;

  private final Set<String> cameras = new HashSet<>();
  private @Nullable LocalDate day;

  /** To be said now. */
  Moment moment(long epochMilli) {
    ZonedDateTime local = Moment.local(epochMilli);
    boolean withDay = !local.toLocalDate().equals(day);
    day = local.toLocalDate();
    return new Moment(local, withDay);
  }

  /** How a language says a time from one moment to another, or the one where they are the same. */
  String between(long from, long to, Tongue tongue) {
    boolean oneDay = Moment.local(from).toLocalDate().equals(Moment.local(to).toLocalDate());
    Moment first = moment(from);
    Moment last = moment(to);
    if (from / MINUTE == to / MINUTE) {
      return tongue.at(first);
    }
    // Of two days both are said, also where the first is known: else it would seem to be the
    // second.
    return tongue.between(oneDay ? first : new Moment(first.local(), true), last);
  }

  /** {@code EST-1 (N511)}, then {@code EST-1}; empty where nobody knows the camera. */
  Optional<String> name(Optional<Camera> camera) {
    return camera.map(c -> cameras.add(c.id()) ? c.id() + " (" + c.road() + ")" : c.id());
  }
}
