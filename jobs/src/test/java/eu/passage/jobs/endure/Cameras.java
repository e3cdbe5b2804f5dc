package eu.passage.jobs.endure;

import eu.passage.avro.TruckPassage;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.schemas.Topic;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Writes the traffic to the topic truck-passages, only so far ahead of the toll job that whatever
 * breaks breaks in mid-stream.
 */
final class Cameras implements AutoCloseable {

  private static final long PAUSE_NANOS = 5_000_000;
  private static final int A_LOOK = 200;

  private final List<Sending> sendings;
  private final PassageConfig config;
  private final int ahead;
  private final IntSupplier charged;
  private final Thread thread = new Thread(this::write, "cameras");
  private volatile int views;
  private volatile int passages;
  private volatile boolean closed;
  private volatile Throwable failure;

  /**
   * @param ahead so many passages at most that nothing was told of yet
   * @param charged passages of which something was told
   */
  Cameras(List<Sending> sendings, PassageConfig config, int ahead, IntSupplier charged) {
    this.sendings = sendings;
    this.config = config;
    this.ahead = ahead;
    this.charged = charged;
    thread.start();
  }

  /** Passages that were sent, by at least one view. */
  int passages() {
    if (failure != null) {
      throw new IllegalStateException("the traffic cannot be written", failure);
    }
    return passages;
  }

  int views() {
    return views;
  }

  private void write() {
    BitSet sent = new BitSet();
    int written = 0;
    try (var topic = new TopicWriter<>(config, Topic.TRUCK_PASSAGES, TruckPassage.class)) {
      for (Sending sending : sendings) {
        if (written % A_LOOK == 0) {
          while (!closed && passages - charged.getAsInt() > ahead) {
            LockSupport.parkNanos(PAUSE_NANOS);
          }
        }
        if (closed) {
          return;
        }
        topic.write(TruckViews.of(sending.passage(), sending.end()));
        written++;
        views = written;
        if (!sent.get(sending.passage().number())) {
          sent.set(sending.passage().number());
          passages = sent.cardinality();
        }
      }
      topic.flush();
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
