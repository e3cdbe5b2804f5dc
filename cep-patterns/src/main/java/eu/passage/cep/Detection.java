package eu.passage.cep;

import eu.passage.avro.AlertAction;
import eu.passage.avro.Observation;
import eu.passage.avro.RuleSource;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.flink.DetectionOperators;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The detection part of a job: observations and watch entries in, passages, alerts and toll events
 * out.
 *
 * <pre>{@code
 * DetectionStreams found =
 *     Detection.detect(observations, watch, rules, actions, DetectionSettings.of(cameras));
 * found.alerts().sinkTo(alertSink);
 * }</pre>
 */
public final class Detection {

  private Detection() {}

  /**
   * Adds the operators. Each has a stable uid.
   *
   * @param observations with timestamps ({@code capturedAt}) and watermarks; its watermarks alone
   *     move event time
   * @param watch watch entries and lists of them
   * @param rules the texts of rules as they are deployed; of one rule in the order of versions. Its
   *     watermarks are ignored
   * @param actions what people do with alerts; of one alert in order. Its watermarks are ignored
   * @param settings see {@link DetectionSettings#of}
   */
  public static DetectionStreams detect(
      DataStream<Observation> observations,
      WatchStreams watch,
      DataStream<RuleSource> rules,
      DataStream<AlertAction> actions,
      DetectionSettings settings) {
    return DetectionOperators.wire(observations, watch, rules, actions, settings);
  }

  /**
   * Only what asks rules, by the same operators with the same uids: for passages that exist already
   * and without a watchlist. Alerts name their passages by what the facts say of them.
   *
   * @param passages with timestamps and watermarks; type {@code StreamTypes.PASSAGE_FACTS}
   * @param rules as for {@link #detect}
   */
  public static RuleStreams overFacts(
      DataStream<PassageFacts> passages, DataStream<RuleSource> rules, DetectionSettings settings) {
    return DetectionOperators.wire(passages, rules, settings);
  }
}
