package eu.passage.jobs.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.measure.Latencies;
import eu.passage.recognition.Stage;
import eu.passage.recognition.bench.Contender;
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
   * @param timed the simple way first and ours last
   * @param nanos by stage, of the last contender
   */
  record Set(String name, List<Rounds.Timed> timed, Map<Stage, Long> nanos) {

    /** Of what a contender found with what ours found. */
    Agreement agreement(Rounds.Timed one) {
      return Agreement.of(one.found(), timed.get(timed.size() - 1).found());
    }

    double share(Stage stage) {
      double all = nanos.values().stream().mapToLong(Long::longValue).sum();
      return nanos.getOrDefault(stage, 0L) / all;
    }
  }

  /** In words who found something else than ours, so that his time is that of other work. */
  List<String> disagreements() {
    List<String> all = new ArrayList<>();
    for (Set set : sets) {
      for (Rounds.Timed one : set.timed) {
        set.agreement(one)
            .objection()
            .ifPresent(why -> all.add("%s, %s: %s".formatted(set.name, one.name(), why)));
      }
    }
    return all;
  }

  private static String describe(Contender contender) {
    Contender.Description is = contender.description();
    return "  %-18s  %s, %s, batches of %d; texts: %s"
        .formatted(is.name(), is.engine(), is.numbers(), is.batch(), is.reading());
  }

  String table() {
    List<String> lines = new ArrayList<>();
    for (Set set : sets) {
      lines.add(set.name);
      lines.add(
          "  contender           frames/s per core  CPU ms  wall ms  times the simple way"
              + "  vehicles  plates  as ours");
      for (Rounds.Timed one : set.timed) {
        Agreement agreement = set.agreement(one);
        lines.add(
            String.format(
                Locale.ROOT,
                "  %-18s  %17.1f  %6.1f  %7.1f  %20.1f  %8d  %6d  %5.0f %%",
                one.name(),
                MILLIS_PER_SECOND / one.cpuMedian(),
                one.cpuMedian(),
                one.wallMedian(),
                one.timesFasterThan(set.timed.get(0)),
                agreement.vehicles(),
                agreement.plates(),
                100 * agreement.plateShare()));
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
    sets.get(0).timed.stream().map(one -> describe(one.contender())).forEach(lines::add);
    disagreements().forEach(lines::add);
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
            .put("name", one.name())
            .put("engine", one.contender().description().engine())
            .put("numbers", one.contender().description().numbers())
            .put("batch", one.contender().description().batch())
            .put("reading", one.contender().description().reading())
            .put("framesPerSecondPerCore", MILLIS_PER_SECOND / one.cpuMedian())
            .put("cpuMillis", one.cpuMedian())
            .put("wallMillis", one.wallMedian())
            .put("timesTheSimpleWay", one.timesFasterThan(set.timed.get(0)))
            .put("vehicles", set.agreement(one).vehicles())
            .put("plates", set.agreement(one).plates())
            .put("vehiclesAsOurs", set.agreement(one).vehicleShare())
            .put("platesAsOurs", set.agreement(one).plateShare());
      }
      ObjectNode stages = node.putObject("stageShares");
      for (Stage stage : Stage.values()) {
        stages.put(stage.name().toLowerCase(Locale.ROOT), set.share(stage));
      }
    }
    ArrayNode disagreements = all.putArray("disagreements");
    disagreements().forEach(disagreements::add);
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
