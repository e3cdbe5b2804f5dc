package eu.passage.cep.flink;

import eu.passage.avro.Passage;
import eu.passage.cep.facts.PassageFacts;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/**
 * A passage as detection takes it: its facts, and itself as bytes that are only read again for an
 * alert.
 */
final class PassageInput extends RichMapFunction<Passage, DetectionInput> {

  private static final long serialVersionUID = 1L;

  private transient PassageRecords records;

  @Override
  public void open(OpenContext context) {
    records = new PassageRecords();
  }

  @Override
  public DetectionInput map(Passage passage) {
    Passage kept = Passage.newBuilder(passage).build();
    PassageFacts facts = PassageFacts.of(kept);
    return new DetectionInput.OfPassage(facts.vehicle(), facts, records.write(kept));
  }
}
