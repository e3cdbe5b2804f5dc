package eu.passage.cep.watch;

import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.SubjectHistory;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether a second camera read a vehicle's plate as it is listed. */
final class Witnesses {

  private static final int PERCENT = 100;

  private final WatchSettings settings;
  private final CameraTable cameras;

  Witnesses(WatchSettings settings, CameraTable cameras) {
    this.settings = settings;
    this.cameras = cameras;
  }

  /**
   * The other camera that surely read the plate as listed a short while before; null where none
   * did. One that has left the catalogue can no longer be named, and is no witness.
   *
   * @param history of the vehicle that is listed
   * @param asListed whether a passage's plate is the one listed
   */
  @Nullable String of(
      PassageFacts passage, SubjectHistory history, Predicate<PassageFacts> asListed) {
    long earliest = passage.at() - settings.confirmWithin().toMillis();
    for (int i = history.size() - 1; i >= 0 && history.get(i).at() >= earliest; i--) {
      PassageFacts other = history.get(i);
      if (other.at() < passage.at()
          && other.camera() != passage.camera()
          && other.confidencePercent() >= PERCENT * settings.goodConfidence()
          && asListed.test(other)) {
        var camera = cameras.find(other.camera());
        if (camera.isPresent()) {
          return camera.get().id();
        }
      }
    }
    return null;
  }
}
