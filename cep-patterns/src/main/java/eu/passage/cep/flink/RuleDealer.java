package eu.passage.cep.flink;

import eu.passage.avro.RuleSource;

/** Rules go to every key group. */
final class RuleDealer extends KeyGroupDealer<RuleSource> {

  private static final long serialVersionUID = 1L;

  @Override
  DetectionInput dealt(long key, RuleSource rule) {
    return new DetectionInput.OfRule(key, rule);
  }
}
