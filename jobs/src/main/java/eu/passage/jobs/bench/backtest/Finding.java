package eu.passage.jobs.bench.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.bench.Target;
import eu.passage.jobs.console.Json;
import java.util.Locale;

/**
 * What was measured.
 *
 * @param bytes of the table
 * @param cores that worked
 * @param heapLimit the most bytes that the JVM's heap may have
 * @param seconds from the first line read to the last alert counted
 * @param cpuSeconds of all threads, the compiler's and the collector's too
 * @param mostResident MiB of the whole process at its largest
 * @param told alerts that people would have been told
 * @param suppressed what {@code once} and {@code unless} kept back
 */
record Finding(
    long passages,
    long bytes,
    int rules,
    int cores,
    long heapLimit,
    double seconds,
    double cpuSeconds,
    double mostResident,
    long told,
    long suppressed) {

  private static final double TARGET_SECONDS = 60;
  private static final double TARGET_PASSAGES = 10_000_000;
  private static final double MIB = 1 << 20;

  /** A minute for ten million; fewer may take as long. */
  Target target() {
    return Target.atMost(
        "s from the first line to the last alert",
        seconds,
        TARGET_SECONDS * Math.max(1, passages / TARGET_PASSAGES));
  }

  double perSecond() {
    return passages / seconds;
  }

  String text() {
    return String.format(
        Locale.ROOT,
        """
        %,d passages (%,.0f MiB), %d rules, %d cores, a heap of at most %,.0f MiB
          %-22s %,12.1f s
          %-22s %,12.1f s
          %-22s %,12.0f
          %-22s %,12.0f MiB
          %-22s %,12d
          %-22s %,12d
        %s""",
        passages,
        bytes / MIB,
        rules,
        cores,
        heapLimit / MIB,
        "time",
        seconds,
        "CPU time",
        cpuSeconds,
        "passages a second",
        perSecond(),
        "most memory, resident",
        mostResident,
        "alerts",
        told,
        "suppressed",
        suppressed,
        target().line());
  }

  ObjectNode json() {
    ObjectNode node =
        Json.object()
            .put("passages", passages)
            .put("bytes", bytes)
            .put("rules", rules)
            .put("cores", cores)
            .put("heapLimitBytes", heapLimit)
            .put("seconds", seconds)
            .put("cpuSeconds", cpuSeconds)
            .put("passagesPerSecond", perSecond())
            .put("mostResidentMiB", mostResident)
            .put("alerts", told)
            .put("suppressed", suppressed);
    target().json(node.putArray("targets").addObject());
    return node;
  }
}
