package eu.passage.jobs.bench;

import eu.passage.recognition.Stage;
import eu.passage.recognition.bench.BenchModels;
import eu.passage.recognition.bench.Contender;
import eu.passage.recognition.bench.MissingOnnxException;
import eu.passage.recognition.bench.OnnxRuntimeWay;
import eu.passage.recognition.bench.Ours;
import eu.passage.recognition.bench.SimpleDjl;
import eu.passage.recognition.model.Compute;
import eu.passage.recognition.model.DeviceChoice;
import eu.passage.recognition.model.ModelSource;
import eu.passage.recognition.model.Precision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is measured, the simple way first and ours last; closed together. */
final class Contenders implements AutoCloseable {

  private static final int BATCH = 8;

  private final List<Contender> all = new ArrayList<>();
  private final Ours ours;
  private Optional<String> withoutOnnx = Optional.empty();

  /**
   * Loads all models.
   *
   * @param work an empty folder for copies of them
   */
  Contenders(ModelSource source, Path work) {
    BenchModels files = new BenchModels(source, work);
    Precision precision = source.compute().precision();
    ours = new Ours(source.with(onCpu(precision)), BATCH);
    all.add(new SimpleDjl(files));
    try {
      all.add(new OnnxRuntimeWay(files, BATCH));
    } catch (MissingOnnxException e) {
      withoutOnnx = Optional.of(String.valueOf(e.getMessage()));
    }
    all.add(new Ours(source.with(onCpu(Precision.FP32)), BATCH));
    if (precision == Precision.INT8) {
      all.add(new Ours(source.with(onCpu(Precision.AUTO)), BATCH));
    }
    all.add(ours);
  }

  List<Contender> all() {
    return List.copyOf(all);
  }

  Ours ours() {
    return ours;
  }

  /** Why ONNX Runtime is missing; empty when it is not. */
  Optional<String> withoutOnnx() {
    return withoutOnnx;
  }

  /** Nanoseconds that ours spent in each stage since an earlier look at them. */
  Map<Stage, Long> nanosSince(Map<Stage, Long> before) {
    Map<Stage, Long> since = new EnumMap<>(Stage.class);
    ours.nanos()
        .forEach((stage, nanos) -> since.put(stage, nanos - before.getOrDefault(stage, 0L)));
    return since;
  }

  @Override
  public void close() {
    all.forEach(Contender::close);
  }

  private static Compute onCpu(Precision precision) {
    return new Compute(precision, DeviceChoice.CPU);
  }
}
