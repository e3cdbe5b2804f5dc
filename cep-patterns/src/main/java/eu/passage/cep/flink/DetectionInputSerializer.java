package eu.passage.cep.flink;

import eu.passage.avro.RuleSource;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.Company;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.formats.avro.typeutils.AvroSerializer;

/** Everything that comes to detection, a byte telling what it is. Never kept in state. */
final class DetectionInputSerializer extends CompactSerializer<DetectionInput> {

  static final DetectionInputSerializer INSTANCE = new DetectionInputSerializer();

  private static final byte PASSAGE = 0;
  private static final byte COMPANY = 1;
  private static final byte WATCH = 2;
  private static final byte RULE = 3;

  private final AvroSerializer<WatchEntry> entries = new AvroSerializer<>(WatchEntry.class);
  private final AvroSerializer<RuleSource> rules = new AvroSerializer<>(RuleSource.class);

  private static final long serialVersionUID = 1L;

  @Override
  public void serialize(DetectionInput record, DataOutputView target) throws IOException {
    target.writeLong(record.key());
    if (record instanceof DetectionInput.OfPassage passage) {
      target.writeByte(PASSAGE);
      Witness.write(passage.facts(), target);
      Witness.writeBytes(passage.record(), target);
    } else if (record instanceof DetectionInput.OfCompany company) {
      target.writeByte(COMPANY);
      target.writeInt(company.company().gapMillis());
      Witness.write(company.members(), target);
    } else if (record instanceof DetectionInput.OfWatch watch) {
      target.writeByte(WATCH);
      entries.serialize(watch.entry(), target);
    } else {
      target.writeByte(RULE);
      rules.serialize(((DetectionInput.OfRule) record).rule(), target);
    }
  }

  @Override
  public DetectionInput deserialize(DataInputView source) throws IOException {
    long key = source.readLong();
    byte kind = source.readByte();
    return switch (kind) {
      case PASSAGE ->
          new DetectionInput.OfPassage(key, Witness.readFacts(source), Witness.readBytes(source));
      case COMPANY -> {
        int gap = source.readInt();
        List<Witness> members = Witness.readList(source);
        PassageFacts latest = members.get(members.size() - 1).facts();
        yield new DetectionInput.OfCompany(key, new Company(members.size(), gap), latest, members);
      }
      case WATCH -> new DetectionInput.OfWatch(key, entries.deserialize(source));
      case RULE -> new DetectionInput.OfRule(key, rules.deserialize(source));
      default -> throw new IOException("no input of kind " + kind);
    };
  }

  @Override
  public TypeSerializerSnapshot<DetectionInput> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Named in savepoints: never renamed. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<DetectionInput> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
