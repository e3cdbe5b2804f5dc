package eu.passage.recognition.flink;

import eu.passage.avro.DeadLetterReason;
import eu.passage.recognition.Stage;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * Every metric of the recognition operator, in its group {@code recognition}: counters {@code
 * frames}, {@code observations} and {@code refused} (by label {@code reason}); histograms over the
 * last batches: {@code batchSize}, and {@code decodeMs}, {@code detectMs}, {@code readMs}, {@code
 * classifyMs} for a whole batch, in milliseconds.
 */
final class RecognitionMetrics {

  private static final int WINDOW = 500;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Counter frames;
  private final Counter observations;
  private final Map<DeadLetterReason, Counter> refused = new EnumMap<>(DeadLetterReason.class);
  private final Histogram batchSize;
  private final Map<Stage, Histogram> millis = new EnumMap<>(Stage.class);

  RecognitionMetrics(MetricGroup operator) {
    MetricGroup group = operator.addGroup("recognition");
    frames = group.counter("frames");
    observations = group.counter("observations");
    for (DeadLetterReason reason : DeadLetterReason.values()) {
      refused.put(reason, group.addGroup("reason", reason.name()).counter("refused"));
    }
    batchSize = group.histogram("batchSize", new DescriptiveStatisticsHistogram(WINDOW));
    for (Stage stage : Stage.values()) {
      String name = stage.name().toLowerCase(Locale.ROOT) + "Ms";
      millis.put(stage, group.histogram(name, new DescriptiveStatisticsHistogram(WINDOW)));
    }
  }

  void frame() {
    frames.inc();
  }

  void observations(int count) {
    observations.inc(count);
  }

  @SuppressWarnings("NullAway") // every reason was put in by the constructor
  void refused(DeadLetterReason reason) {
    refused.get(reason).inc();
  }

  void batch(int size) {
    batchSize.update(size);
  }

  @SuppressWarnings("NullAway") // every stage was put in by the constructor
  void took(Stage stage, long nanos) {
    millis.get(stage).update(nanos / NANOS_PER_MILLI);
  }
}
