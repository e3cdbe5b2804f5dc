package eu.passage.jobs.bench;

import com.sun.management.OperatingSystemMXBean;
import eu.passage.recognition.bench.Contender;
import eu.passage.recognition.bench.Contender.Found;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Contenders side by side: in every round each has all frames once, one contender after the other,
 * so that what else the machine does falls on all of them alike.
 */
final class Rounds {

  private static final double NANOS_PER_MILLI = 1e6;

  private final OperatingSystemMXBean machine =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /**
   * @param found in each frame
   * @param cpuMillis of the whole process for one frame, by round
   * @param wallMillis for one frame, by round
   */
  record Timed(
      Contender contender, List<Found> found, List<Double> cpuMillis, List<Double> wallMillis) {

    String name() {
      return contender.description().name();
    }

    double cpuMedian() {
      return median(cpuMillis);
    }

    double wallMedian() {
      return median(wallMillis);
    }

    /** How many times faster than another: the median over the rounds, each against its own. */
    double timesFasterThan(Timed other) {
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < cpuMillis.size(); round++) {
        ratios.add(other.cpuMillis.get(round) / cpuMillis.get(round));
      }
      return median(ratios);
    }
  }

  /** So many frames go through a contender before it counts: Java compiles what runs often. */
  private static final int WARM_UP_FRAMES = 160;

  /**
   * @param rounds those that count
   * @param told what is being done, for a line of progress
   */
  List<Timed> run(
      List<Contender> contenders, List<byte[]> frames, int rounds, Consumer<String> told) {
    List<Timed> timed = new ArrayList<>();
    for (Contender contender : contenders) {
      told.accept("warming up: " + contender.description().name());
      List<Found> found = contender.recognise(frames);
      for (int more = frames.size(); more < WARM_UP_FRAMES; more += frames.size()) {
        contender.recognise(frames);
      }
      timed.add(new Timed(contender, found, new ArrayList<>(), new ArrayList<>()));
    }
    for (int round = 1; round <= rounds; round++) {
      for (Timed one : timed) {
        told.accept("round %d of %d: %s".formatted(round, rounds, one.name()));
        long wall = System.nanoTime();
        long cpu = machine.getProcessCpuTime();
        one.contender.recognise(frames);
        double count = frames.size() * NANOS_PER_MILLI;
        one.cpuMillis.add((machine.getProcessCpuTime() - cpu) / count);
        one.wallMillis.add((System.nanoTime() - wall) / count);
      }
    }
    return timed;
  }

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
