package eu.passage.recognition.evaluate;

import java.io.IOException;
import java.util.List;

/**
 * The long day ride of {@code plates-romania}, end to end: is every plate found, and what was found
 * read exactly? Never trained on.
 */
public final class DayRide implements EvaluationSet {

  private static final String SET = "plates-romania, day ride 001";
  private static final Target FOUND = Target.atLeast(0.93, 0.97);
  private static final Target READ = Target.atLeast(0.90, 0.95);

  @Override
  public String name() {
    return "day-ride";
  }

  @Override
  public List<String> needs() {
    return Ride.NEEDS;
  }

  @Override
  public Result measure(Lab lab) throws IOException {
    RideScore score = NightRide.score(lab, Ride.DAY_1);
    String precision = "of the plates reported %s are marked".formatted(score.precision());
    return new Result(
        List.of(
            Row.of(SET, "boxes of 80 px and more found, IoU 0.5", score.found(), precision, FOUND),
            Row.of(SET, "transcribed boxes found and read exactly", score.exact().all(), READ)),
        NightRide.details(SET, score),
        score.mistakes());
  }
}
