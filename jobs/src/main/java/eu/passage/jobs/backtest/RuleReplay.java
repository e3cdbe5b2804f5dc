package eu.passage.jobs.backtest;

import eu.passage.avro.RuleSource;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.RuleAlert;
import eu.passage.cep.facts.PassageFacts;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/** How rules are asked about passages: {@link eu.passage.cep.Replay#replay}, or less in tests. */
@FunctionalInterface
interface RuleReplay {

  DataStream<RuleAlert> replay(
      DataStream<PassageFacts> passages, List<RuleSource> rules, DetectionSettings settings);
}
