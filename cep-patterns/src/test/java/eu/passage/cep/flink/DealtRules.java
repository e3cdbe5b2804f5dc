package eu.passage.cep.flink;

import eu.passage.avro.RuleSource;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.Samples;
import java.util.List;
import org.apache.flink.streaming.api.operators.StreamFlatMap;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** What {@link RuleDealer} makes of a rule, and {@link WatchInput} of a watch entry. */
final class DealtRules {

  private DealtRules() {}

  static List<DetectionInput.OfRule> deal(RuleSource rule, int maxParallelism) throws Exception {
    return deal(rule, new RuleDealer(), maxParallelism).stream()
        .map(DetectionInput.OfRule.class::cast)
        .toList();
  }

  /** What {@link WatchInput} makes of an entry. */
  static List<DetectionInput> deal(WatchEntry entry, int maxParallelism) throws Exception {
    return deal(entry, new WatchInput(), maxParallelism);
  }

  private static <T> List<DetectionInput> deal(
      T record, KeyGroupDealer<T> dealer, int maxParallelism) throws Exception {
    try (var harness =
        new OneInputStreamOperatorTestHarness<T, DetectionInput>(
            new StreamFlatMap<>(dealer), maxParallelism, 1, 0)) {
      harness.setup(StreamTypes.DETECTION_INPUT.createSerializer(null));
      harness.open();
      harness.processElement(record, 0);
      return harness.extractOutputValues();
    }
  }

  /** The keys under which it deals. */
  static List<Long> keys(int maxParallelism) throws Exception {
    RuleSource any = RuleTexts.source("any", 1, Samples.local("2026-03-10T00:00"), "");
    return deal(any, maxParallelism).stream().map(DetectionInput.OfRule::key).toList();
  }
}
