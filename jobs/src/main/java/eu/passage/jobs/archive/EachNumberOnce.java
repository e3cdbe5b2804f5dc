package eu.passage.jobs.archive;

import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.TollEvent;
import eu.passage.jobs.archive.Written.Refused;
import java.io.IOException;
import java.net.URI;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Lets each number of a charging point through to the files once: files cannot be asked what they
 * hold. Keyed by {@link #point}.
 *
 * <p>Where there is a table before it, what comes again says the same, since the table let it
 * through: it is only counted. Where there is none nobody can tell, so it goes to dead-letters.
 *
 * <p>Its state has no time to live: a number is never given twice, and a bit for each is little.
 */
@SuppressWarnings("NullAway.Init") // the transient fields are set by open()
final class EachNumberOnce extends KeyedProcessFunction<String, TollEvent, TollEvent>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1L;

  /** In the web UI and in dead letters. */
  static final String NAME = "let each number through once";

  /** Part of savepoints. */
  static final String STATE = "numbers";

  private final URI files;
  private final boolean behindTable;

  private transient MapState<Long, long[]> numbers;
  private transient Counter repeated;
  private transient Counter refused;

  /**
   * @param files directory of the files
   * @param behindTable whether what comes here is in the table
   */
  EachNumberOnce(URI files, boolean behindTable) {
    this.files = files;
    this.behindTable = behindTable;
  }

  /** Whose numbers: an originator's at a charging point. */
  static String point(TollEvent event) {
    // no name holds a line's end
    return event.getOriginator() + "\n" + event.getChargingPoint();
  }

  /** Who starts without what it knew would write again what the files hold. */
  @Override
  public void initializeState(FunctionInitializationContext context) throws IOException {
    if (!context.isRestored() && DayFiles.holdsFinished(files)) {
      throw new SuppressRestartsException(
          new IllegalStateException(
              ("%s holds files of an earlier run, which would be written again. Start the job from"
                      + " its last checkpoint or savepoint, or give it an empty directory.")
                  .formatted(files)));
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {}

  @Override
  public void open(OpenContext context) {
    numbers =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    STATE, Types.LONG, PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
    repeated =
        ArchiveMetrics.counter(getRuntimeContext().getMetricGroup(), ArchiveMetrics.REPEATED);
    refused = ArchiveMetrics.counter(getRuntimeContext().getMetricGroup(), ArchiveMetrics.REFUSED);
  }

  @Override
  public void processElement(TollEvent event, Context context, Collector<TollEvent> out)
      throws Exception {
    long number = event.getSequence();
    if (number < 1) {
      refuse(
          new Refused(event, DeadLetterReason.INVALID_FIELD, "its number is not above 0"), context);
      return;
    }
    long[] block = numbers.get(NumberBlock.of(number));
    if (block == null) {
      block = NumberBlock.empty();
    }
    if (!NumberBlock.has(block, number)) {
      numbers.put(NumberBlock.of(number), NumberBlock.with(block, number));
      out.collect(event);
    } else if (behindTable) {
      repeated.inc();
    } else {
      refuse(
          new Refused(
              event,
              DeadLetterReason.OTHER,
              "its number came before, and without a table nobody can tell whether it is the"
                  + " same event"),
          context);
    }
  }

  private void refuse(Refused one, Context context) {
    refused.inc();
    context.output(ArchiveRefusal.TAG, ArchiveRefusal.of(one, NAME));
  }
}
