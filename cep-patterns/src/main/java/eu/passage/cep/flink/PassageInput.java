package eu.passage.cep.flink;

import eu.passage.avro.Passage;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.watch.Doubts;
import eu.passage.cep.watch.WatchSettings;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * A passage as detection takes it: its facts, and itself as bytes that are only read again for an
 * alert. Where the plate may be another one, the watch entries of that vehicle are asked too.
 */
final class PassageInput extends RichFlatMapFunction<Passage, DetectionInput> {

  private static final long serialVersionUID = 1L;

  private final WatchSettings settings;

  private transient PassageRecords records;

  PassageInput(WatchSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    records = new PassageRecords();
  }

  @Override
  public void flatMap(Passage passage, Collector<DetectionInput> out) {
    Passage kept = Passage.newBuilder(passage).build();
    PassageFacts facts = PassageFacts.of(kept);
    byte[] record = records.write(kept);
    out.collect(new DetectionInput.OfPassage(facts.vehicle(), facts, record));
    for (long other : new Doubts(kept.getPlate(), settings).otherVehicles()) {
      out.collect(new DetectionInput.OfProbe(other, record));
    }
  }
}
