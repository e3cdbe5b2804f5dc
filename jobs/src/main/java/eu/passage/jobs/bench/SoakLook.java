package eu.passage.jobs.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.console.Json;
import java.util.Locale;

/**
 * One look at the process during a soak.
 *
 * @param frames so far
 * @param framesPerSecond since the look before
 */
record SoakLook(
    long frames,
    long observations,
    long refused,
    double seconds,
    double framesPerSecond,
    Memory memory) {

  static final String HEADER =
      "    frames  observations  refused       s  frames/s"
          + "  resident MiB  heap MiB  beyond heap  direct MiB  native objects  threads";

  String row() {
    return String.format(
        Locale.ROOT,
        "%,10d  %,12d  %,7d  %6.0f  %8.1f  %12.0f  %8.0f  %11.0f  %10.1f  %14d  %7d",
        frames,
        observations,
        refused,
        seconds,
        framesPerSecond,
        memory.resident(),
        memory.heap(),
        memory.beyondHeap(),
        memory.direct(),
        memory.nativeObjects(),
        memory.threads());
  }

  ObjectNode json() {
    return Json.object()
        .put("frames", frames)
        .put("observations", observations)
        .put("refused", refused)
        .put("seconds", seconds)
        .put("framesPerSecond", framesPerSecond)
        .put("residentMib", memory.resident())
        .put("heapMib", memory.heap())
        .put("beyondHeapMib", memory.beyondHeap())
        .put("directMib", memory.direct())
        .put("nativeObjects", memory.nativeObjects())
        .put("threads", memory.threads());
  }
}
