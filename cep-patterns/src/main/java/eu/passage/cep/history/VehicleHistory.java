package eu.passage.cep.history;

import eu.passage.avro.Passage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The passages of one vehicle that are still kept, oldest first. A passage that comes late takes
 * the place its time gives it.
 */
public final class VehicleHistory {

  /** Time, then id, so that two passages of the same millisecond have one order everywhere. */
  public static final Comparator<Passage> ORDER =
      Comparator.comparing(Passage::getAt).thenComparing(Passage::getPassageId);

  private final List<Passage> passages = new ArrayList<>();

  /** The history of these passages, in whatever order they come. */
  public static VehicleHistory of(Iterable<Passage> passages) {
    VehicleHistory history = new VehicleHistory();
    passages.forEach(history.passages::add);
    history.passages.sort(ORDER);
    return history;
  }

  /**
   * Whether this passage is already here: the same id, or the same camera at the same time, give or
   * take the gap after which a vehicle counts as gone.
   */
  public boolean repeats(Passage passage, Duration gap) {
    return passages.stream()
        .anyMatch(
            known ->
                known.getPassageId().equals(passage.getPassageId())
                    || (known.getCameraId().equals(passage.getCameraId())
                        && passage.getFirstAt().isBefore(known.getAt().plus(gap))
                        && passage.getAt().isAfter(known.getFirstAt().minus(gap))));
  }

  /** Takes a passage to its place. */
  public void add(Passage passage) {
    int at = Collections.binarySearch(passages, passage, ORDER);
    passages.add(at < 0 ? -at - 1 : at, passage);
  }

  /** Passages after {@code closing.at - within}, strictly, up to and with the closing one. */
  public List<Passage> windowUpTo(Passage closing, Duration within) {
    Instant bound = closing.getAt().minus(within);
    return passages.stream()
        .filter(p -> p.getAt().isAfter(bound) && ORDER.compare(p, closing) <= 0)
        .toList();
  }

  /** The opening passage and those after it, before {@code opening.at + within}, strictly. */
  public List<Passage> windowFrom(Passage opening, Duration within) {
    Instant bound = opening.getAt().plus(within);
    return passages.stream()
        .filter(p -> p.getAt().isBefore(bound) && ORDER.compare(p, opening) >= 0)
        .toList();
  }

  /** All passages, oldest first. */
  public List<Passage> passages() {
    return Collections.unmodifiableList(passages);
  }

  /** The latest passage. */
  public Optional<Passage> newest() {
    return passages.isEmpty() ? Optional.empty() : Optional.of(passages.get(passages.size() - 1));
  }

  /** Forgets what lies before this moment. */
  public void forgetBefore(Instant moment) {
    passages.removeIf(p -> p.getAt().isBefore(moment));
  }

  /**
   * Forgets the oldest passages beyond a number.
   *
   * @return how many were forgotten
   */
  public int trimTo(int maxPassages) {
    int surplus = Math.max(0, passages.size() - maxPassages);
    passages.subList(0, surplus).clear();
    return surplus;
  }
}
