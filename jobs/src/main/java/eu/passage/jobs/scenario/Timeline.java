package eu.passage.jobs.scenario;

import eu.passage.avro.Direction;
import eu.passage.schemas.cameras.Camera;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Collects passages in any order and numbers them by time. */
final class Timeline {

  /** Between two vehicles at one camera, so that each has the frames to itself. */
  private static final Duration APART = Duration.ofSeconds(45);

  /** Some hundred milliseconds apart, a vehicle is in the picture for about this many frames. */
  private static final int FEWEST_FRAMES = 3;

  private static final int MOST_FRAMES = 5;

  private final List<TruePassage> passages = new ArrayList<>();
  private final Map<String, TreeSet<Instant>> taken = new HashMap<>();

  /**
   * A vehicle enters a country at a camera: at the time given, or as soon after it as the camera
   * has no other vehicle before it.
   */
  void add(Story story, TrueVehicle vehicle, Camera camera, String to, Instant at, Random random) {
    addAt(story, vehicle, camera, to, firstFree(camera, at), random);
  }

  /** The first time from the given one on at which the camera has no other vehicle before it. */
  Instant firstFree(Camera camera, Instant at) {
    Instant free = at;
    while (isBusy(camera, free)) {
      free = free.plus(APART);
    }
    return free;
  }

  /** The same at this very time, whoever else is there. */
  void addAt(
      Story story, TrueVehicle vehicle, Camera camera, String to, Instant at, Random random) {
    String from = to.equals(BorderCameras.BELGIUM) ? BorderCameras.FRANCE : BorderCameras.BELGIUM;
    Direction way = BorderCameras.directionInto(to, camera);
    add(story, vehicle, camera, way, from, to, at, random);
  }

  /** A vehicle passes a camera at which no border is crossed. */
  void addInland(
      Story story, TrueVehicle vehicle, Camera camera, Direction way, Instant at, Random random) {
    add(story, vehicle, camera, way, "", "", at, random);
  }

  private void add(
      Story story,
      TrueVehicle vehicle,
      Camera camera,
      Direction way,
      String from,
      String to,
      Instant at,
      Random random) {
    int frames = FEWEST_FRAMES + random.nextInt(MOST_FRAMES - FEWEST_FRAMES + 1);
    taken.computeIfAbsent(camera.id(), id -> new TreeSet<>()).add(at);
    passages.add(
        new TruePassage(passages.size(), story, vehicle, camera.id(), way, from, to, at, frames));
  }

  /** All passages, numbered in order of time. */
  List<TruePassage> inOrder() {
    List<TruePassage> sorted = new ArrayList<>(passages);
    sorted.sort(Comparator.comparing(TruePassage::at).thenComparing(TruePassage::number));
    for (int i = 0; i < sorted.size(); i++) {
      TruePassage p = sorted.get(i);
      sorted.set(
          i,
          new TruePassage(
              i,
              p.story(),
              p.vehicle(),
              p.cameraId(),
              p.direction(),
              p.from(),
              p.to(),
              p.at(),
              p.frames()));
    }
    return List.copyOf(sorted);
  }

  private boolean isBusy(Camera camera, Instant at) {
    TreeSet<Instant> times = taken.getOrDefault(camera.id(), new TreeSet<>());
    return !times.subSet(at.minus(APART), false, at.plus(APART), false).isEmpty();
  }
}
