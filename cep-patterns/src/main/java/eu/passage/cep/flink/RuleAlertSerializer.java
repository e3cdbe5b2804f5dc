package eu.passage.cep.flink;

import eu.passage.cep.RuleAlert;
import eu.passage.cep.engine.Outcome;
import eu.passage.cep.facts.PassageFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What a replay found. */
final class RuleAlertSerializer extends CompactSerializer<RuleAlert> {

  static final RuleAlertSerializer INSTANCE = new RuleAlertSerializer();

  private static final Outcome[] OUTCOMES = Outcome.values();

  private static final long serialVersionUID = 1L;

  @Override
  public void serialize(RuleAlert record, DataOutputView target) throws IOException {
    target.writeUTF(record.ruleId());
    target.writeInt(record.version());
    target.writeByte(record.outcome().ordinal());
    target.writeLong(record.at());
    target.writeInt(record.passages().size());
    for (PassageFacts passage : record.passages()) {
      Witness.write(passage, target);
    }
  }

  @Override
  public RuleAlert deserialize(DataInputView source) throws IOException {
    String ruleId = source.readUTF();
    int version = source.readInt();
    Outcome outcome = OUTCOMES[source.readUnsignedByte()];
    long at = source.readLong();
    List<PassageFacts> passages = new ArrayList<>();
    for (int left = source.readInt(); left > 0; left--) {
      passages.add(Witness.readFacts(source));
    }
    return new RuleAlert(ruleId, version, outcome, at, passages);
  }

  @Override
  public TypeSerializerSnapshot<RuleAlert> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Named in savepoints: never renamed. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<RuleAlert> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
