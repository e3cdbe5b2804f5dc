package eu.passage.recognition.evaluate;

import eu.passage.recognition.Sighting;
import java.io.IOException;
import java.util.List;

/**
 * The night ride of {@code plates-romania}, whole frames: is every plate found? Never trained on.
 */
public final class NightRide implements EvaluationSet {

  private static final String SET = "plates-romania, night ride";
  private static final Target FOUND = Target.atLeast(0.93, 0.97);

  @Override
  public String name() {
    return "night-ride";
  }

  @Override
  public List<String> needs() {
    return Ride.NEEDS;
  }

  @Override
  public Result measure(Lab lab) throws IOException {
    RideScore score = score(lab, Ride.NIGHT);
    String precision = "of the plates reported %s are marked".formatted(score.precision());
    Row row =
        Row.of(SET, "boxes of 80 px and more found, IoU 0.5", score.found(), precision, FOUND);
    return new Result(List.of(row), details(SET, score), score.mistakes());
  }

  /** All frames of a ride through detector and reader. */
  static RideScore score(Lab lab, String ride) throws IOException {
    List<Ride.Frame> frames = Ride.frames(lab, ride);
    List<List<Sighting>> seen = lab.recognise(frames.stream().map(Ride.Frame::file).toList());
    RideScore score = new RideScore();
    for (int i = 0; i < frames.size(); i++) {
      score.add(frames.get(i), seen.get(i));
    }
    return score;
  }

  static List<Detail> details(String set, RideScore score) {
    String heading = set + ", whole frames";
    return List.of(
        Detail.of(heading, "transcribed boxes read exactly", score.exact().all()),
        Detail.of(heading, "distinct plates read exactly", score.exact().mostly()),
        Detail.of(heading, "plates reported that are marked", score.precision()),
        Detail.of(heading, "boxes under 80 px found", score.smallFound()));
  }
}
