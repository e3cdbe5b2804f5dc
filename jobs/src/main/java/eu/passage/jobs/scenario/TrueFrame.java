package eu.passage.jobs.scenario;

import eu.passage.schemas.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A frame that a camera takes of a passage.
 *
 * @param frameId unique; the same in every run of the same scenario
 * @param index the place among the frames of its passage, from 0
 * @param capturedAt UTC
 */
public record TrueFrame(String frameId, TruePassage passage, int index, Instant capturedAt) {

  /** Three frames a second, as road cameras take them. */
  public static final Duration INTERVAL = Duration.ofMillis(320);

  /** The frames of a passage, the oldest first. */
  static List<TrueFrame> of(long seed, TruePassage passage) {
    List<TrueFrame> frames = new ArrayList<>(passage.frames());
    for (int i = 0; i < passage.frames(); i++) {
      String id =
          Ids.of(
              "frame",
              "simulator",
              Long.toString(seed),
              Integer.toString(passage.number()),
              Integer.toString(i));
      Duration before = INTERVAL.multipliedBy(passage.frames() - 1L - i);
      frames.add(new TrueFrame(id, passage, i, passage.at().minus(before)));
    }
    return frames;
  }
}
