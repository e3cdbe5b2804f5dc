package eu.passage.cep;

import eu.passage.avro.Alert;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.RuleStatus;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What rules over passages give.
 *
 * @param alerts what they found
 * @param ruleStatus how each rule fares: the answer to a deployment, and how often it came true
 * @param deadLetters rules refused or switched off, with the reason
 */
public record RuleStreams(
    DataStream<Alert> alerts,
    DataStream<RuleStatus> ruleStatus,
    DataStream<DeadLetter> deadLetters) {}
