package eu.passage.jobs.backtest;

import eu.passage.avro.RuleSource;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.RuleAlert;
import eu.passage.cep.engine.Outcome;
import eu.passage.cep.facts.PassageFacts;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Stands in for the engine: a rule comes true at each passage whose type its text names; those
 * below a confidence of 0.6 count as suppressed by once, those below 0.5 by unless.
 */
final class FakeReplay {

  private record Named(String id, String text) implements java.io.Serializable {}

  private FakeReplay() {}

  static DataStream<RuleAlert> replay(
      DataStream<PassageFacts> passages, List<RuleSource> rules, DetectionSettings settings) {
    List<Named> named = new ArrayList<>();
    rules.forEach(rule -> named.add(new Named(rule.getRuleId(), rule.getSource())));
    return passages
        .keyBy(PassageFacts::vehicle, Types.LONG)
        .process(new Ask(named))
        .returns(TestTypes.ALERT)
        .name("ask")
        .uid("ask");
  }

  private static final class Ask extends KeyedProcessFunction<Long, PassageFacts, RuleAlert> {
    private final List<Named> rules;

    Ask(List<Named> rules) {
      this.rules = rules;
    }

    @Override
    public void processElement(PassageFacts passage, Context context, Collector<RuleAlert> out) {
      int percent = passage.confidencePercent();
      Outcome outcome = percent < 50 ? Outcome.UNLESS : percent < 60 ? Outcome.ONCE : Outcome.TOLD;
      for (Named rule : rules) {
        if (rule.text.contains(passage.type().name())) {
          out.collect(new RuleAlert(rule.id, 1, outcome, passage.at(), List.of(passage)));
        }
      }
    }
  }
}
