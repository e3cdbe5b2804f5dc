package eu.passage.jobs.bench.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.cep.history.HistorySettings;
import eu.passage.jobs.bench.Target;
import eu.passage.jobs.config.FlinkSettings.StateBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is kept as vehicles pass that never come again.
 *
 * @param marks in order of time
 * @param longestSweep by which the operator was held up
 */
record Growth(
    StateBackend backend, SeenOnce traffic, List<Mark> marks, SweepWatch.Sweep longestSweep) {

  private static final double MIB = 1 << 20;

  /**
   * A vehicle is forgotten by the sweep that follows the end of its habits, and a sweep comes once
   * in a retention: from then on as many leave as come.
   */
  private static final int FULL_AFTER_DAYS =
      (int) HistorySettings.DEFAULT.habits().plus(HistorySettings.DEFAULT.retention()).toDays();

  /** Marks and sweeps are not in step: at one mark up to two days more are held than at another. */
  private static final double MOST_GROWTH = 1.1;

  /**
   * What is held after some days.
   *
   * @param bytes on the heap, or of a savepoint where state is not there
   * @param subjects in state; 0 where state is not on the heap
   */
  record Mark(int day, long passages, long bytes, long subjects) {}

  /** Once it is full, how much larger it still gets; where days enough were measured. */
  Optional<Target> target() {
    List<Mark> full = marks.stream().filter(mark -> mark.day >= FULL_AFTER_DAYS).toList();
    if (full.size() < 2) {
      return Optional.empty();
    }
    double most = full.stream().mapToLong(Mark::bytes).max().orElseThrow();
    return Optional.of(
        Target.atMost(
            String.format(
                Locale.ROOT,
                "times what is kept on day %d, at most until day %d, %s",
                full.get(0).day,
                full.get(full.size() - 1).day,
                Cell.name(backend)),
            most / full.get(0).bytes,
            MOST_GROWTH));
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s, %,d vehicles seen once in %d days",
            Cell.name(backend),
            traffic.vehicles(),
            traffic.days()));
    lines.add(
        String.format(
            Locale.ROOT,
            "  %3s  %14s  %14s  %14s  %s",
            "day",
            "passages",
            "subjects kept",
            onHeap() ? "MiB of heap" : "MiB saved",
            "bytes for each vehicle of the last " + FULL_AFTER_DAYS + " days"));
    for (Mark mark : marks) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %3d  %,14d  %14s  %,14.1f  %,14.0f",
              mark.day,
              mark.passages,
              onHeap() ? String.format(Locale.ROOT, "%,d", mark.subjects) : "",
              mark.bytes / MIB,
              bytesPerVehicle(mark)));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "  the longest sweep took %.2f s, %.2f s of them on a processor",
            seconds(longestSweep.wall()),
            seconds(longestSweep.cpu())));
    lines.add("");
    return lines;
  }

  void json(ObjectNode node) {
    node.put("backend", backend.name().toLowerCase(Locale.ROOT))
        .put("vehicles", traffic.vehicles())
        .put("days", traffic.days())
        .put("longestSweepSeconds", seconds(longestSweep.wall()))
        .put("longestSweepCpuSeconds", seconds(longestSweep.cpu()));
    for (Mark mark : marks) {
      ObjectNode one =
          node.withArray("marks")
              .addObject()
              .put("day", mark.day)
              .put("passages", mark.passages)
              .put(onHeap() ? "heapBytes" : "savepointBytes", mark.bytes)
              .put("bytesPerRecentVehicle", bytesPerVehicle(mark));
      if (onHeap()) {
        one.put("subjects", mark.subjects);
      }
    }
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / (double) Duration.ofSeconds(1).toMillis();
  }

  private double bytesPerVehicle(Mark mark) {
    long recent = mark.passages - traffic.until(Math.max(0, mark.day - FULL_AFTER_DAYS));
    return (double) mark.bytes / recent;
  }

  private boolean onHeap() {
    return backend == StateBackend.HASHMAP;
  }
}
