package eu.passage.cep.flink;

import eu.passage.avro.RuleSource;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchListMaking;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.Company;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.formats.avro.typeutils.AvroSerializer;

/**
 * Everything that comes to detection, a byte telling what it is. Never kept in state. Recorded
 * passages are sorted in this form, so what they have not takes no place in it.
 */
final class DetectionInputSerializer extends CompactSerializer<DetectionInput> {

  static final DetectionInputSerializer INSTANCE = new DetectionInputSerializer();

  private static final byte PASSAGE = 0;
  private static final byte COMPANY = 1;
  private static final byte WATCH = 2;
  private static final byte RULE = 3;

  /** A passage without a record, make and model. */
  private static final byte BARE = 4;

  private static final byte PROBE = 5;
  private static final byte PATTERN = 6;
  private static final byte MAKING = 7;

  private static final int BARE_BYTES = 2 * Long.BYTES + Integer.BYTES + Long.BYTES;

  private final AvroSerializer<WatchEntry> entries = new AvroSerializer<>(WatchEntry.class);
  private final AvroSerializer<RuleSource> rules = new AvroSerializer<>(RuleSource.class);
  private final AvroSerializer<WatchListMaking> makings =
      new AvroSerializer<>(WatchListMaking.class);

  private static final long serialVersionUID = 1L;

  @Override
  public void serialize(DetectionInput record, DataOutputView target) throws IOException {
    if (record instanceof DetectionInput.OfPassage passage) {
      if (isBare(passage)) {
        target.writeByte(BARE);
        writeBare(passage.facts(), target);
      } else {
        target.writeByte(PASSAGE);
        Witness.write(passage.facts(), target);
        Witness.writeBytes(passage.record(), target);
      }
    } else if (record instanceof DetectionInput.OfCompany company) {
      target.writeByte(COMPANY);
      target.writeLong(company.key());
      target.writeInt(company.company().gapMillis());
      Witness.write(company.members(), target);
    } else if (record instanceof DetectionInput.OfProbe probe) {
      target.writeByte(PROBE);
      target.writeLong(probe.key());
      Witness.writeBytes(probe.record(), target);
    } else if (record instanceof DetectionInput.OfWatch watch) {
      target.writeByte(WATCH);
      target.writeLong(watch.key());
      entries.serialize(watch.entry(), target);
    } else if (record instanceof DetectionInput.OfPattern pattern) {
      target.writeByte(PATTERN);
      target.writeLong(pattern.key());
      entries.serialize(pattern.entry(), target);
    } else if (record instanceof DetectionInput.OfMaking list) {
      target.writeByte(MAKING);
      target.writeLong(list.key());
      makings.serialize(list.making(), target);
    } else {
      target.writeByte(RULE);
      target.writeLong(record.key());
      rules.serialize(((DetectionInput.OfRule) record).rule(), target);
    }
  }

  private static boolean isBare(DetectionInput.OfPassage passage) {
    PassageFacts facts = passage.facts();
    return passage.record().length == 0
        && facts.make() == NameCode.NONE
        && facts.model() == NameCode.NONE;
  }

  private static void writeBare(PassageFacts facts, DataOutputView target) throws IOException {
    target.writeLong(facts.at());
    target.writeLong(facts.plate());
    target.writeInt(facts.camera());
    target.writeLong(facts.bits());
  }

  private static PassageFacts readBare(DataInputView source) throws IOException {
    return PassageFacts.ofParts(
        source.readLong(),
        source.readLong(),
        source.readInt(),
        NameCode.NONE,
        NameCode.NONE,
        source.readLong());
  }

  /** When passages are sorted on disk, each is copied several times. */
  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    byte kind = source.readByte();
    if (kind == BARE) {
      target.writeByte(kind);
      target.write(source, BARE_BYTES);
    } else {
      serialize(read(kind, source), target);
    }
  }

  @Override
  public DetectionInput deserialize(DataInputView source) throws IOException {
    return read(source.readByte(), source);
  }

  private DetectionInput read(byte kind, DataInputView source) throws IOException {
    return switch (kind) {
      case BARE -> passage(readBare(source), Witness.NO_RECORD);
      case PASSAGE -> passage(Witness.readFacts(source), Witness.readBytes(source));
      case COMPANY -> {
        long key = source.readLong();
        int gap = source.readInt();
        List<Witness> members = Witness.readList(source);
        PassageFacts latest = members.get(members.size() - 1).facts();
        yield new DetectionInput.OfCompany(key, new Company(members.size(), gap), latest, members);
      }
      case WATCH -> new DetectionInput.OfWatch(source.readLong(), entries.deserialize(source));
      case PROBE -> new DetectionInput.OfProbe(source.readLong(), Witness.readBytes(source));
      case PATTERN -> new DetectionInput.OfPattern(source.readLong(), entries.deserialize(source));
      case MAKING -> new DetectionInput.OfMaking(source.readLong(), makings.deserialize(source));
      case RULE -> new DetectionInput.OfRule(source.readLong(), rules.deserialize(source));
      default -> throw new IOException("no input of kind " + kind);
    };
  }

  private static DetectionInput passage(PassageFacts facts, byte[] record) {
    return new DetectionInput.OfPassage(facts.vehicle(), facts, record);
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
