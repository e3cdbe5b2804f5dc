package eu.passage.cep.toll.reconcile;

import eu.passage.avro.CameraCount;
import eu.passage.schemas.cameras.Camera;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Times in which a camera at a charging point told of no vehicle. Counts alone cannot tell whether
 * nothing passed or the camera was down: on a road that is quiet at night the setting must be
 * longer than the road is quiet. What is found is as fine as the slots in which vehicles are
 * counted.
 *
 * @param silentAfter a silence is told of when it lasts so long
 */
public record SilentTimes(Duration silentAfter) {

  /**
   * @throws IllegalArgumentException when the setting is not above 0
   */
  public SilentTimes {
    if (silentAfter.isNegative() || silentAfter.isZero()) {
      throw new IllegalArgumentException("silentAfter must be above 0, got " + silentAfter);
    }
  }

  /**
   * The silences of a camera within a day. One that began before it or goes on after it is as long
   * as it is altogether, as far as {@code silentAfter} around the day, and cut to the day.
   *
   * @param counts what it counted, in the order of time, from {@code silentAfter} before the day to
   *     so long after it
   * @param from the day's begin; its length is its own, 23 or 25 hours too
   * @param until the day's end, exclusive
   * @param toldUntil up to when everything that was counted is known: later nothing is silence
   */
  public List<CameraDown> of(
      Camera camera,
      Collection<CameraCount> counts,
      Instant from,
      Instant until,
      Instant toldUntil) {
    String point = camera.chargingPoint();
    if (point == null) {
      return List.of();
    }
    Instant end = earlier(until.plus(silentAfter), toldUntil);
    List<CameraDown> silent = new ArrayList<>();
    Instant heard = from.minus(silentAfter);
    for (CameraCount count : counts) {
      Instant slot = count.getStartsAt();
      add(new CameraDown(camera.id(), point, heard, earlier(slot, end)), from, until, silent);
      heard = later(heard, slot.plusMillis(count.getSlotMs()));
    }
    add(new CameraDown(camera.id(), point, heard, end), from, until, silent);
    return silent;
  }

  private void add(CameraDown gap, Instant from, Instant until, List<CameraDown> silent) {
    if (Duration.between(gap.from(), gap.until()).compareTo(silentAfter) < 0) {
      return;
    }
    Instant begin = later(gap.from(), from);
    Instant end = earlier(gap.until(), until);
    if (begin.isBefore(end)) {
      silent.add(new CameraDown(gap.cameraId(), gap.chargingPoint(), begin, end));
    }
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
