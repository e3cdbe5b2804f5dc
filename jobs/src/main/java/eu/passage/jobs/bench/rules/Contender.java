package eu.passage.jobs.bench.rules;

import eu.passage.avro.Alert;
import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleState;
import eu.passage.avro.RuleStatus;
import eu.passage.cep.Detection;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.RuleStreams;
import eu.passage.cep.engine.PatternCompiler;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.cep.model.Rule;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Who is measured. All get the same passages from the same source. */
enum Contender {
  /** Source, keyBy, discard: what Flink itself costs. */
  PASS_THROUGH("pass-through") {
    @Override
    void build(DataStream<PassageFacts> passages, List<RuleSource> rules) {
      passages
          .keyBy(PassageFacts::vehicle, Types.LONG)
          .transform("Discard", Types.LONG, new End<>());
    }
  },

  /** flink-cep's own operator, one for each rule, as it has to be; matches are only counted. */
  STOCK("flink-cep") {
    @Override
    void build(DataStream<PassageFacts> passages, List<RuleSource> rules) {
      KeyedStream<PassageFacts, Long> keyed = passages.keyBy(PassageFacts::vehicle, Types.LONG);
      for (RuleSource source : rules) {
        Rule rule = BenchRules.rule(source.getSource());
        CEP.pattern(
                keyed,
                PatternCompiler.compile(rule, step -> new StockCondition(source.getSource(), step)))
            .inEventTime()
            .process(
                new StockMatch(rule.id(), rule.absence(), rule.within().toMillis()), Types.LONG)
            .transform("Discard", Types.LONG, new End<>());
      }
    }
  },

  /** The operators of the detection job; rules come as texts on their own stream. */
  OURS("Passage") {
    @Override
    void build(DataStream<PassageFacts> passages, List<RuleSource> rules) {
      DataStream<RuleSource> deployed =
          passages
              .getExecutionEnvironment()
              .fromData(StreamTypes.RULE_SOURCE, rules.toArray(RuleSource[]::new));
      RuleStreams found =
          Detection.overFacts(
              passages,
              deployed,
              DetectionSettings.of(BenchCameras.CATALOGUE).withRules(List.of()));
      found.alerts().map(Contender::seen, Types.LONG).transform("Discard", Types.LONG, new End<>());
      found
          .ruleStatus()
          .map(Contender::answered, Types.LONG)
          .transform("Answers", Types.LONG, new End<>());
    }
  };

  private final String title;

  Contender(String title) {
    this.title = title;
  }

  /** For people. */
  String title() {
    return title;
  }

  /** Adds the operators. */
  abstract void build(DataStream<PassageFacts> passages, List<RuleSource> rules);

  /** The whole job. */
  final void build(StreamExecutionEnvironment environment, List<RuleSource> rules) {
    build(
        environment.fromSource(
            new WeekSource(),
            WatermarkStrategy.noWatermarks(),
            "A week's passages",
            StreamTypes.PASSAGE_FACTS),
        rules);
  }

  private static long seen(Alert alert) {
    Findings.add(alert);
    return alert.getAt().toEpochMilli();
  }

  private static long answered(RuleStatus status) {
    if (status.getState() == RuleState.REFUSED || status.getState() == RuleState.FAILED) {
      throw new IllegalStateException("a rule of the benchmark: " + status.getMessage());
    }
    if (status.getState() == RuleState.ACTIVE) {
      Turnstile.active(status.getRuleId());
    }
    return status.getVersion();
  }
}
