package eu.passage.cep.fusion;

import eu.passage.avro.Observation;
import eu.passage.avro.PlateReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One vehicle in front of one camera: the frames that show it so far. This is what the fusion
 * operator keeps as state, hence a mutable class with public fields and no others.
 */
public final class Track {

  /** So many frames are remembered to tell a frame that was sent again. */
  static final int MAX_SEEN = 64;

  /** The first observation that showed it, its name among the vehicles of the camera. */
  public String id = "";

  /** The observations that take part in the vote, in the order they came. */
  public List<Observation> observations = new ArrayList<>();

  /** The observation that came last, whether it takes part in the vote or not: where it is now. */
  public List<Observation> latest = new ArrayList<>();

  /** Every frame that shows it, and in the same order the observation it was shown by. */
  public List<String> frameIds = new ArrayList<>();

  public List<String> observationIds = new ArrayList<>();

  /** Event time of the first and the last frame, milliseconds since the epoch. */
  public long firstAt = Long.MAX_VALUE;

  public long lastAt = Long.MIN_VALUE;

  /** When the watermark gets here the passage is told as it stands. */
  public long emitBy;

  /** When the watermark gets here the vehicle is gone. */
  public long goneAt;

  /** Whether its passage was told; later frames are then only absorbed. */
  public boolean told;

  /** For Flink's serializer; use {@link #startedBy}. */
  public Track() {}

  /**
   * A vehicle seen for the first time.
   *
   * @param watermark event time as the operator knows it; a read that comes late waits for
   *     companions from there on, not from its own time
   */
  public static Track startedBy(Observation first, long watermark, FusionSettings settings) {
    Track track = new Track();
    track.id = first.getObservationId();
    track.emitBy =
        Math.max(first.getCapturedAt().toEpochMilli(), watermark) + settings.emitAfter().toMillis();
    track.add(first, watermark, settings);
    return track;
  }

  /** Takes one more frame of the same vehicle. */
  public void add(Observation observation, long watermark, FusionSettings settings) {
    long at = observation.getCapturedAt().toEpochMilli();
    firstAt = Math.min(firstAt, at);
    lastAt = Math.max(lastAt, at);
    goneAt = Math.max(goneAt, Math.max(at, watermark) + settings.gap().toMillis());
    if (frameIds.size() == MAX_SEEN) {
      frameIds.remove(0);
      observationIds.remove(0);
    }
    frameIds.add(observation.getFrameId());
    observationIds.add(observation.getObservationId());
    latest = new ArrayList<>(List.of(observation));
    if (!told && observations.size() < settings.maxFrames()) {
      observations.add(observation);
    }
  }

  /** When something is next to be done about it, seen from this event time. */
  public long nextDue(long now) {
    return told || emitBy <= now ? goneAt : emitBy;
  }

  /** Whether this very observation is already part of it. */
  public boolean knows(Observation observation) {
    return observationIds.contains(observation.getObservationId());
  }

  /** Whether it is shown in this frame. */
  boolean isIn(String frameId) {
    return frameIds.contains(frameId);
  }

  /** What was read of its plate, frame by frame. */
  List<PlateReading> readings() {
    return observations.stream().filter(o -> o.getPlate() != null).map(o -> o.getPlate()).toList();
  }

  /** The observations in the order their frames were taken. */
  List<Observation> inOrder() {
    return observations.stream()
        .sorted(
            Comparator.comparing(Observation::getCapturedAt)
                .thenComparing(Observation::getObservationId))
        .toList();
  }
}
