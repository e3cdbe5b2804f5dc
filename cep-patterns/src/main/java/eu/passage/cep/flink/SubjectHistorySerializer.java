package eu.passage.cep.flink;

import eu.passage.cep.history.HistoryCodec;
import eu.passage.cep.history.SubjectHistory;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A subject's history in few bytes: see {@link HistoryCodec}, which knows its versions. */
final class SubjectHistorySerializer extends CompactSerializer<SubjectHistory> {

  static final SubjectHistorySerializer INSTANCE = new SubjectHistorySerializer();

  private static final long serialVersionUID = 1L;

  @Override
  public void serialize(SubjectHistory record, DataOutputView target) throws IOException {
    HistoryCodec.write(record, target);
  }

  @Override
  public SubjectHistory deserialize(DataInputView source) throws IOException {
    return HistoryCodec.read(source);
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public SubjectHistory copy(SubjectHistory from) {
    return from.copy();
  }

  @Override
  public TypeSerializerSnapshot<SubjectHistory> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Named in savepoints: never renamed. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<SubjectHistory> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
