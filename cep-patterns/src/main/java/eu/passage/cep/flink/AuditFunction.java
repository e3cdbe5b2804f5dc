package eu.passage.cep.flink;

import eu.passage.avro.AuditRecord;
import eu.passage.avro.Deed;
import eu.passage.cep.audit.Disclosures;
import eu.passage.schemas.audit.AuditEntry;
import eu.passage.schemas.audit.ChainEnd;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Chains what the job does: one chain for each key and run of the job, named {@code
 * detection/KEY/JOB}. The chain goes on in keyed state, so each link is written exactly once with
 * the checkpoints. A job that is started anew, be it from an older savepoint, must not write places
 * that its topic holds already: it opens another chain, whose first link names where the one before
 * stood.
 *
 * @param <T> what is told to the audit
 */
@SuppressWarnings("NullAway.Init") // the transient fields are set by open()
final class AuditFunction<T> extends KeyedProcessFunction<String, T, AuditRecord> {

  private static final long serialVersionUID = 1L;

  /** How the audit tells a record; empty for what is no deed. */
  interface Telling<T> extends Serializable {
    Optional<AuditEntry> entry(T record, Instant now);
  }

  private static final TypeInformation<Tuple3<String, Long, String>> END =
      Types.TUPLE(Types.STRING, Types.LONG, Types.STRING);

  private final Telling<T> telling;

  private transient String run;

  /** Of the last link: chain, next place, hash. Without a time-to-live: chains have no gaps. */
  private transient ValueState<Tuple3<String, Long, String>> ends;

  AuditFunction(Telling<T> telling) {
    this.telling = telling;
  }

  @Override
  public void open(OpenContext context) {
    run = getRuntimeContext().getJobInfo().getJobId().toHexString();
    ends = getRuntimeContext().getState(new ValueStateDescriptor<>("audit-chain", END));
  }

  @Override
  public void processElement(T record, Context context, Collector<AuditRecord> out)
      throws Exception {
    Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
    Optional<AuditEntry> entry = telling.entry(record, now);
    if (entry.isPresent()) {
      AuditRecord link = end(context.getCurrentKey(), now, out).link(entry.get());
      keep(ChainEnd.after(link));
      out.collect(link);
    }
  }

  private ChainEnd end(String key, Instant now, Collector<AuditRecord> out) throws Exception {
    ChainEnd start = ChainEnd.start("%s/%s/%s".formatted(Disclosures.ACTOR, key, run));
    Tuple3<String, Long, String> kept = ends.value();
    if (kept == null) {
      return start;
    }
    if (kept.f0.equals(start.chain())) {
      return new ChainEnd(kept.f0, kept.f1, kept.f2);
    }
    AuditRecord opening = start.link(opening(new ChainEnd(kept.f0, kept.f1, kept.f2), now));
    out.collect(opening);
    return ChainEnd.after(opening);
  }

  private static AuditEntry opening(ChainEnd before, Instant now) {
    return new AuditEntry(
        now,
        Disclosures.ACTOR,
        Deed.OTHER,
        before.chain(),
        "",
        "",
        "",
        "",
        "the job was started anew; that chain stood at place %d with hash %s"
            .formatted(before.next() - 1, before.hash()));
  }

  private void keep(ChainEnd end) throws Exception {
    ends.update(Tuple3.of(end.chain(), end.next(), end.hash()));
  }
}
