package eu.passage.jobs.bench.watch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimitedSourceReader;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;

/** Numbers from 0 that come as the job they belong to lets them in. For one subtask. */
final class HeldNumbers extends NumberSequenceSource {

  private static final long serialVersionUID = 1L;

  private final int job;

  /**
   * @param job whose gate they wait at
   * @param count how many there are
   */
  HeldNumbers(int job, long count) {
    super(0, count - 1);
    this.job = job;
  }

  @Override
  public SourceReader<Long, NumberSequenceSplit> createReader(SourceReaderContext context) {
    return new RateLimitedSourceReader<>(
        super.createReader(context), new Turn(WatchJob.of(job).gate()));
  }

  /** How far numbers are let in. */
  static final class Gate {

    private static final CompletableFuture<Void> OPEN = CompletableFuture.completedFuture(null);

    private long until;
    private CompletableFuture<Void> more = new CompletableFuture<>();

    /** Lets all numbers before this one in. */
    void letIn(long next) {
      CompletableFuture<Void> waiting;
      synchronized (this) {
        until = next;
        waiting = more;
        more = new CompletableFuture<>();
      }
      waiting.complete(null);
    }

    /** Done when the number is let in. */
    synchronized CompletionStage<Void> pass(long number) {
      return number < until ? OPEN : more.thenCompose(again -> pass(number));
    }
  }

  /** Asks the gate for one number after the other. */
  private static final class Turn implements RateLimiter<NumberSequenceSplit> {

    private final Gate gate;
    private long next;

    Turn(Gate gate) {
      this.gate = gate;
    }

    @Override
    public CompletionStage<Void> acquire(int count) {
      next += count;
      return gate.pass(next - 1);
    }
  }
}
