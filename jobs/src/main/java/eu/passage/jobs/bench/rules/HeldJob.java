package eu.passage.jobs.bench.rules;

import eu.passage.jobs.bench.BenchCluster;
import java.io.IOException;
import org.apache.flink.api.common.JobID;

/** A running job whose passages are let in part by part, to look at what it keeps. */
final class HeldJob implements AutoCloseable {

  private static final long LOOK_EVERY_MS = 20;

  private final BenchCluster cluster;
  private final JobID job;
  private final LiveObjects before;

  /**
   * @param before what was on the heap when there was no job yet
   */
  HeldJob(BenchCluster cluster, JobID job, LiveObjects before) {
    this.cluster = cluster;
    this.job = job;
    this.before = before;
  }

  /** Lets the first so many passages in and waits until they have gone through all operators. */
  void letIn(int until) throws InterruptedException {
    Turnstile.letIn(until);
    long last = Turnstile.traffic().passage(until - 1).at() - 1;
    while (Turnstile.eventTime() < last) {
      if (cluster.finished(job)) {
        throw new IllegalStateException("a job of the benchmark ended before its passages");
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
  }

  /** Bytes of a savepoint. */
  long savepoint() throws IOException {
    return cluster.savepoint(job);
  }

  /** What it has on the heap; of state that is not on the heap it says nothing. */
  LiveObjects heap() {
    return LiveObjects.now().since(before);
  }

  @Override
  public void close() {
    cluster.cancel(job);
  }
}
