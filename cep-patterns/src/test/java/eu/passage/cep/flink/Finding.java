package eu.passage.cep.flink;

import eu.passage.avro.Alert;
import eu.passage.cep.RuleAlert;
import eu.passage.cep.facts.NameCode;
import java.util.List;

/**
 * What an alert says, live or of a replay, whatever the version of its rule.
 *
 * @param passages the evidence: camera's code and time of each
 */
record Finding(String rule, long at, List<String> passages) {

  static Finding of(Alert alert) {
    return new Finding(
        alert.getRuleId(),
        alert.getAt().toEpochMilli(),
        alert.getPassages().stream()
            .map(p -> NameCode.of(p.getCameraId()) + "@" + p.getAt().toEpochMilli())
            .toList());
  }

  static Finding of(RuleAlert alert) {
    return new Finding(
        alert.ruleId(),
        alert.at(),
        alert.passages().stream().map(p -> p.camera() + "@" + p.at()).toList());
  }
}
