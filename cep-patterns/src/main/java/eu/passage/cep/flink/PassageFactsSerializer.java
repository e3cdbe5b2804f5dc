package eu.passage.cep.flink;

import eu.passage.cep.facts.PassageFacts;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A passage's facts in 36 bytes. */
final class PassageFactsSerializer extends CompactSerializer<PassageFacts> {

  static final PassageFactsSerializer INSTANCE = new PassageFactsSerializer();

  private static final long serialVersionUID = 1L;

  @Override
  public void serialize(PassageFacts record, DataOutputView target) throws IOException {
    Witness.write(record, target);
  }

  @Override
  public PassageFacts deserialize(DataInputView source) throws IOException {
    return Witness.readFacts(source);
  }

  @Override
  public int getLength() {
    return 36;
  }

  @Override
  public TypeSerializerSnapshot<PassageFacts> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Named in savepoints: never renamed. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<PassageFacts> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
