package eu.passage.jobs.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.avro.DeadLetterReason;
import eu.passage.jobs.console.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Whether a soak went well. Growth is the median of the last three tenths of the looks less that of
 * the three tenths after the first, in which models are loaded and code is compiled.
 *
 * @param refused how many frames, by reason
 * @param toRefuse how many it should have been
 */
record SoakVerdict(
    List<SoakLook> looks,
    double toleranceMib,
    long count,
    Map<DeadLetterReason, Long> refused,
    Map<DeadLetterReason, Long> toRefuse) {

  /** What is held on the Java heap has no reason to grow, but for noise. */
  private static final double HEAP_TOLERANCE_MIB = 16;

  /** Two subtasks may have a batch open with the pictures and crops of eight frames. */
  private static final double OBJECTS_TOLERANCE = 128;

  private static final double THREADS_TOLERANCE = 4;

  boolean holds() {
    return failures().isEmpty();
  }

  /** What did not go well, in words. */
  List<String> failures() {
    List<String> failures = new ArrayList<>();
    check(failures, "resident memory", "MiB", SoakVerdict::resident, toleranceMib);
    check(failures, "the heap", "MiB", look -> look.memory().heap(), HEAP_TOLERANCE_MIB);
    check(
        failures,
        "the number of native objects",
        "objects",
        look -> look.memory().nativeObjects(),
        OBJECTS_TOLERANCE);
    check(
        failures,
        "the number of threads",
        "threads",
        look -> look.memory().threads(),
        THREADS_TOLERANCE);
    SoakLook last = last();
    if (last.frames() != count) {
      failures.add("%,d of %,d frames went through".formatted(last.frames(), count));
    }
    if (last.observations() == 0) {
      failures.add("nothing was observed");
    }
    if (!refused.equals(toRefuse)) {
      failures.add("refused were %s and not %s".formatted(refused, toRefuse));
    }
    return failures;
  }

  String text() {
    String figures =
        String.format(
            Locale.ROOT,
            "%,d frames at %.1f a second; resident memory %+.0f MiB (%+.1f MiB beyond the heap), heap"
                + " %+.1f MiB, native objects %+.0f, threads %+.0f; refused as they must be: %s",
            last().frames(),
            framesPerSecond(),
            growth(SoakVerdict::resident),
            growth(look -> look.memory().beyondHeap()),
            growth(look -> look.memory().heap()),
            growth(look -> look.memory().nativeObjects()),
            growth(look -> look.memory().threads()),
            refused.equals(toRefuse) ? refused : "no");
    List<String> failures = failures();
    String verdict =
        failures.isEmpty() ? "memory stayed flat" : "FAILED: " + String.join("; ", failures);
    return figures + System.lineSeparator() + verdict;
  }

  ObjectNode json() {
    ObjectNode all =
        Json.object()
            .put("holds", holds())
            .put("frames", last().frames())
            .put("framesPerSecond", framesPerSecond())
            .put("residentGrowthMib", growth(SoakVerdict::resident))
            .put("beyondHeapGrowthMib", growth(look -> look.memory().beyondHeap()))
            .put("heapGrowthMib", growth(look -> look.memory().heap()))
            .put("nativeObjectsGrowth", growth(look -> look.memory().nativeObjects()))
            .put("threadsGrowth", growth(look -> look.memory().threads()))
            .put("toleranceMib", toleranceMib);
    ObjectNode reasons = all.putObject("refused");
    refused.forEach((reason, times) -> reasons.put(reason.name(), times));
    ArrayNode wrong = all.putArray("failures");
    failures().forEach(wrong::add);
    return all;
  }

  /** By how much a figure grew from the early looks to the late ones. */
  double growth(ToDoubleFunction<SoakLook> figure) {
    int size = looks.size();
    int warm = Math.min(size - 1, (size + 9) / 10);
    List<SoakLook> early = looks.subList(warm, Math.max(warm + 1, size * 4 / 10));
    List<SoakLook> late = looks.subList(Math.min(size - 1, size * 7 / 10), size);
    return median(late, figure) - median(early, figure);
  }

  private void check(
      List<String> failures,
      String what,
      String unit,
      ToDoubleFunction<SoakLook> figure,
      double tolerance) {
    double grown = growth(figure);
    if (grown > tolerance) {
      failures.add(
          String.format(
              Locale.ROOT, "%s grew by %.0f %s, more than %.0f", what, grown, unit, tolerance));
    }
  }

  private double framesPerSecond() {
    return last().frames() / last().seconds();
  }

  private SoakLook last() {
    return looks.get(looks.size() - 1);
  }

  private static double resident(SoakLook look) {
    return look.memory().resident();
  }

  private static double median(List<SoakLook> looks, ToDoubleFunction<SoakLook> figure) {
    return Rounds.median(looks.stream().mapToDouble(figure).boxed().toList());
  }
}
