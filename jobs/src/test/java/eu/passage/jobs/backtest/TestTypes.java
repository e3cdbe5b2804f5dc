package eu.passage.jobs.backtest;

import eu.passage.cep.RuleAlert;
import eu.passage.cep.engine.Outcome;
import eu.passage.cep.facts.PassageFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Stream types for a replay that is not the engine's. */
final class TestTypes {

  static final TypeInformation<PassageFacts> FACTS = new Plain<>(PassageFacts.class, new Facts());
  static final TypeInformation<RuleAlert> ALERT = new Plain<>(RuleAlert.class, new Alert());

  private TestTypes() {}

  private abstract static class Whole<T> extends TypeSerializerSingleton<T> {
    @Override
    public boolean isImmutableType() {
      return true;
    }

    @Override
    public T createInstance() {
      throw new UnsupportedOperationException();
    }

    @Override
    public T copy(T from) {
      return from;
    }

    @Override
    public T copy(T from, T reuse) {
      return from;
    }

    @Override
    public int getLength() {
      return -1;
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
      return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
      serialize(deserialize(source), target);
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Facts extends Whole<PassageFacts> {
    @Override
    public void serialize(PassageFacts facts, DataOutputView out) throws IOException {
      out.writeLong(facts.at());
      out.writeLong(facts.plate());
      out.writeInt(facts.camera());
      out.writeInt(facts.make());
      out.writeInt(facts.model());
      out.writeLong(facts.bits());
    }

    @Override
    public PassageFacts deserialize(DataInputView in) throws IOException {
      return PassageFacts.ofParts(
          in.readLong(), in.readLong(), in.readInt(), in.readInt(), in.readInt(), in.readLong());
    }
  }

  private static final class Alert extends Whole<RuleAlert> {
    private final Facts facts = new Facts();

    @Override
    public void serialize(RuleAlert alert, DataOutputView out) throws IOException {
      out.writeUTF(alert.ruleId());
      out.writeInt(alert.outcome().ordinal());
      out.writeLong(alert.at());
      out.writeInt(alert.passages().size());
      for (PassageFacts passage : alert.passages()) {
        facts.serialize(passage, out);
      }
    }

    @Override
    public RuleAlert deserialize(DataInputView in) throws IOException {
      String rule = in.readUTF();
      Outcome outcome = Outcome.values()[in.readInt()];
      long at = in.readLong();
      List<PassageFacts> passages = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        passages.add(facts.deserialize(in));
      }
      return new RuleAlert(rule, 1, outcome, at, passages);
    }
  }

  private static final class Plain<T> extends TypeInformation<T> {
    private final Class<T> type;
    private final TypeSerializer<T> serializer;

    Plain(Class<T> type, TypeSerializer<T> serializer) {
      this.type = type;
      this.serializer = serializer;
    }

    @Override
    public boolean isBasicType() {
      return false;
    }

    @Override
    public boolean isTupleType() {
      return false;
    }

    @Override
    public int getArity() {
      return 1;
    }

    @Override
    public int getTotalFields() {
      return 1;
    }

    @Override
    public Class<T> getTypeClass() {
      return type;
    }

    @Override
    public boolean isKeyType() {
      return false;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
      return serializer;
    }

    @Override
    public String toString() {
      return type.getSimpleName();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Plain<?> that && type == that.type;
    }

    @Override
    public int hashCode() {
      return type.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
      return other instanceof Plain;
    }
  }
}
