package eu.passage.cep.predicate;

import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Habits;
import eu.passage.cep.model.Scene;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Instant;
import java.util.List;

/** Cameras and surroundings for tests. */
final class Scenes {

  static final CameraTable CAMERAS =
      new CameraTable(
          new CameraCatalogue(
              List.of(
                  camera("EST-1", "BE", "N48", "estaimpuis", 50.70, 3.26),
                  camera("EST-2", "BE", "N511", "estaimpuis", 50.71, 3.27),
                  camera("LIL-1", "FR", "A22", "lille", 50.75, 3.15),
                  camera("LIL-1R", "FR", "A22", "lille", 50.75, 3.15),
                  camera("AAC-1", "DE", "A44", "aachen", 50.73, 6.05))));

  private Scenes() {}

  private static Camera camera(
      String id, String country, String road, String zone, double latitude, double longitude) {
    return new Camera(id, country, road, zone, latitude, longitude, null, null, false);
  }

  static PassageFacts.Builder at(String instant, String camera) {
    return new PassageFacts.Builder(Instant.parse(instant).toEpochMilli(), camera);
  }

  /** No steps before, and a vehicle without habits. */
  static Scene alone() {
    return of(new StubHabits(true, 0));
  }

  static Scene of(Habits habits, PassageFacts... steps) {
    return new Scene() {
      @Override
      public PassageFacts step(int step) {
        return steps[step];
      }

      @Override
      public Habits habits() {
        return habits;
      }
    };
  }

  /** A vehicle seen every day for so many days. */
  record StubHabits(boolean firstSeen, int seen) implements Habits {

    @Override
    public int daysSeen(int days) {
      return Math.min(days, seen);
    }

    @Override
    public boolean commuter(int days) {
      return seen * 2 >= days;
    }

    @Override
    public boolean usualTime(int days) {
      return seen % 2 == 1 && days > 3;
    }
  }
}
