package eu.passage.jobs.scenario;

import eu.passage.avro.Direction;
import java.time.Instant;

/**
 * A vehicle that truly passed a camera.
 *
 * @param number the place in the scenario's timeline, from 0
 * @param direction as the camera sees it
 * @param from the country left, ISO 3166-1 alpha-2; empty inland, where no border is crossed
 * @param to the country entered; empty inland
 * @param at when the last frame is taken, UTC
 * @param frames how many frames the camera takes of it, the last one at {@code at}
 */
public record TruePassage(
    int number,
    Story story,
    TrueVehicle vehicle,
    String cameraId,
    Direction direction,
    String from,
    String to,
    Instant at,
    int frames) {

  /** Whether it left a country for another. */
  boolean isCrossing() {
    return !to.isEmpty();
  }

  /** The same vehicle at the same time, but with so many frames taken of it. */
  public TruePassage withFrames(int count) {
    return new TruePassage(number, story, vehicle, cameraId, direction, from, to, at, count);
  }
}
