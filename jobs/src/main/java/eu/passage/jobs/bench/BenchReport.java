package eu.passage.jobs.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.measure.Latencies;
import eu.passage.recognition.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured, as a table for people or as JSON.
 *
 * @param withoutOnnx why ONNX Runtime is missing; empty when it is not
 */
record BenchReport(
    ColdStart cold, List<Set> sets, Latencies lowLoad, Optional<String> withoutOnnx) {

  private static final double MILLIS_PER_SECOND = 1000;

  /**
   * One set of frames.
   *
   * @param timed the simple way first
   * @param nanos by stage, of the last contender
   */
  record Set(String name, List<Rounds.Timed> timed, Map<Stage, Long> nanos) {

    double share(Stage stage) {
      double all = nanos.values().stream().mapToLong(Long::longValue).sum();
      return nanos.getOrDefault(stage, 0L) / all;
    }
  }

  String table() {
    List<String> lines = new ArrayList<>();
    for (Set set : sets) {
      lines.add(set.name);
      lines.add("  frames/s per core  CPU ms  wall ms  times the simple way  vehicles  plates");
      for (Rounds.Timed one : set.timed) {
        lines.add(
            String.format(
                Locale.ROOT,
                "  %17.1f  %6.1f  %7.1f  %20.1f  %8d  %6d  %s",
                MILLIS_PER_SECOND / one.cpuMedian(),
                one.cpuMedian(),
                one.wallMedian(),
                one.timesFasterThan(set.timed.get(0)),
                one.found().vehicles(),
                one.found().plates(),
                one.contender().name()));
      }
      StringBuilder shares = new StringBuilder("  of ours:");
      for (Stage stage : Stage.values()) {
        shares.append(
            String.format(
                Locale.ROOT,
                " %s %.0f %%",
                stage.name().toLowerCase(Locale.ROOT),
                100 * set.share(stage)));
      }
      lines.add(shares.toString());
      lines.add("");
    }
    withoutOnnx.ifPresent(why -> lines.add("ONNX Runtime is left out: " + why));
    lines.add(
        String.format(
            Locale.ROOT,
            "one frame at low load, through the operator: p50 %d ms, p99 %d ms (%d observations)",
            lowLoad.quantile(50).orElseThrow(),
            lowLoad.quantile(99).orElseThrow(),
            lowLoad.count()));
    lines.add(
        String.format(
            Locale.ROOT,
            "cold start: models %.2f s, first frame %.2f s",
            cold.openMillis() / MILLIS_PER_SECOND,
            cold.firstFrameMillis() / MILLIS_PER_SECOND));
    return String.join(System.lineSeparator(), lines);
  }

  String json() {
    ObjectNode all = Json.object();
    ArrayNode array = all.putArray("sets");
    for (Set set : sets) {
      ObjectNode node = array.addObject().put("frames", set.name);
      ArrayNode contenders = node.putArray("contenders");
      for (Rounds.Timed one : set.timed) {
        contenders
            .addObject()
            .put("name", one.contender().name())
            .put("framesPerSecondPerCore", MILLIS_PER_SECOND / one.cpuMedian())
            .put("cpuMillis", one.cpuMedian())
            .put("wallMillis", one.wallMedian())
            .put("timesTheSimpleWay", one.timesFasterThan(set.timed.get(0)))
            .put("vehicles", one.found().vehicles())
            .put("plates", one.found().plates());
      }
      ObjectNode stages = node.putObject("stageShares");
      for (Stage stage : Stage.values()) {
        stages.put(stage.name().toLowerCase(Locale.ROOT), set.share(stage));
      }
    }
    withoutOnnx.ifPresent(why -> all.put("withoutOnnxRuntime", why));
    all.putObject("lowLoad")
        .put("p50Millis", lowLoad.quantile(50).orElseThrow())
        .put("p99Millis", lowLoad.quantile(99).orElseThrow())
        .put("observations", lowLoad.count());
    all.putObject("coldStart")
        .put("modelsMillis", cold.openMillis())
        .put("firstFrameMillis", cold.firstFrameMillis());
    return Json.line(all);
  }
}
