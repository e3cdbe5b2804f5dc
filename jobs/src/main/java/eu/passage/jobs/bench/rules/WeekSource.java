package eu.passage.jobs.bench.rules;

import eu.passage.cep.facts.PassageFacts;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The passages that {@link Turnstile} lets in, as cheap as a source can be. A watermark follows
 * every {@link #WATERMARK_EVERY} of them, and the last that are let in. For one subtask.
 */
final class WeekSource implements Source<PassageFacts, WeekSource.Place, Integer> {

  static final int WATERMARK_EVERY = 256;

  private static final long serialVersionUID = 1L;

  /** The next passage. */
  record Place(int next) implements SourceSplit {
    @Override
    public String splitId() {
      return "week";
    }
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<PassageFacts, Place> createReader(SourceReaderContext context) {
    return new Reader();
  }

  @Override
  public SplitEnumerator<Place, Integer> createEnumerator(SplitEnumeratorContext<Place> context) {
    return new Assigning(context);
  }

  @Override
  public SplitEnumerator<Place, Integer> restoreEnumerator(
      SplitEnumeratorContext<Place> context, Integer checkpoint) {
    return new Assigning(context);
  }

  @Override
  public SimpleVersionedSerializer<Place> getSplitSerializer() {
    return new PlaceSerializer();
  }

  @Override
  public SimpleVersionedSerializer<Integer> getEnumeratorCheckpointSerializer() {
    return new NumberSerializer();
  }

  private static final class Reader implements SourceReader<PassageFacts, Place> {

    private final Traffic traffic = Turnstile.traffic();
    private final int count = traffic.count();
    private int next;

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<PassageFacts> output) {
      if (next == count && !Turnstile.holds()) {
        return InputStatus.END_OF_INPUT;
      }
      int until = Math.min(Turnstile.letIn(), next + WATERMARK_EVERY);
      if (next == until) {
        return InputStatus.NOTHING_AVAILABLE;
      }
      long at = 0;
      for (; next < until; next++) {
        PassageFacts passage = traffic.passage(next);
        at = passage.at();
        output.collect(passage, at);
      }
      output.emitWatermark(new Watermark(at - 1));
      Turnstile.passed(until);
      return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      CompletableFuture<Void> more = Turnstile.more(); // before the look: none is missed
      return next < Turnstile.letIn() ? CompletableFuture.completedFuture(null) : more;
    }

    @Override
    public List<Place> snapshotState(long checkpointId) {
      return List.of(new Place(next));
    }

    @Override
    public void addSplits(List<Place> splits) {
      next = splits.get(0).next();
    }

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
  }

  /** Hands the week to the one reader there is. */
  private record Assigning(SplitEnumeratorContext<Place> context)
      implements SplitEnumerator<Place, Integer> {

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String host) {}

    @Override
    public void addSplitsBack(List<Place> splits, int subtask) {
      throw new IllegalStateException("a job of the benchmark is not restarted");
    }

    @Override
    public void addReader(int subtask) {
      context.assignSplit(new Place(0), subtask);
      context.signalNoMoreSplits(subtask);
    }

    @Override
    public Integer snapshotState(long checkpointId) {
      return 0;
    }

    @Override
    public void close() {}
  }

  private static final class PlaceSerializer implements SimpleVersionedSerializer<Place> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(Place place) {
      return ByteBuffer.allocate(Integer.BYTES).putInt(place.next()).array();
    }

    @Override
    public Place deserialize(int version, byte[] bytes) {
      return new Place(ByteBuffer.wrap(bytes).getInt());
    }
  }

  private static final class NumberSerializer implements SimpleVersionedSerializer<Integer> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(Integer number) {
      return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    @Override
    public Integer deserialize(int version, byte[] bytes) {
      return ByteBuffer.wrap(bytes).getInt();
    }
  }
}
