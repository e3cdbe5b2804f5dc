package eu.passage.jobs.endure;

import eu.passage.schemas.plates.VehicleKey;
import java.time.Instant;
import java.util.List;

/**
 * A truck that really passed a charging point.
 *
 * @param number from 0
 * @param tractor the number of its tractor, which its trailer has too
 * @param seen which ends the point's cameras saw
 * @param sure of the plate; below 0.8 a person must look
 */
record TruePassage(int number, int tractor, Point point, Instant at, List<End> seen, float sure) {

  /** The first view names the passage. */
  String id() {
    return id(seen.get(0));
  }

  String id(End end) {
    return "truck-%07d-%s".formatted(number, end.word());
  }

  /** Which of the true passages an id is of. */
  static int numberIn(String id) {
    return Integer.parseInt(id.substring("truck-".length(), id.lastIndexOf('-')));
  }

  /** Whom it is charged to: the tractor, where its front was seen. */
  Vehicle charged() {
    return plateAt(seen.get(0));
  }

  Vehicle plateAt(End end) {
    return end == End.FRONT ? Vehicle.tractor(tractor) : Vehicle.trailer(tractor);
  }

  /** Whose day it is. */
  String vehicle() {
    Vehicle charged = charged();
    return VehicleKey.of(charged.country(), charged.plate());
  }
}
