package eu.passage.cep.flink;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.Company;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** One vehicle's share of travelling together. */
final class CandidateSerializer extends CompactSerializer<Candidate> {

  static final CandidateSerializer INSTANCE = new CandidateSerializer();

  private static final long serialVersionUID = 1L;

  @Override
  public void serialize(Candidate record, DataOutputView target) throws IOException {
    target.writeByte(record.company().vehicles());
    target.writeInt(record.company().gapMillis());
    target.writeLong(record.keepMillis());
    Witness.write(record.witness().facts(), target);
    Witness.writeBytes(record.witness().record(), target);
  }

  @Override
  public Candidate deserialize(DataInputView source) throws IOException {
    Company company = new Company(source.readUnsignedByte(), source.readInt());
    long keepMillis = source.readLong();
    PassageFacts facts = Witness.readFacts(source);
    return new Candidate(company, keepMillis, new Witness(facts, Witness.readBytes(source)));
  }

  @Override
  public TypeSerializerSnapshot<Candidate> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Named in savepoints: never renamed. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Candidate> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
