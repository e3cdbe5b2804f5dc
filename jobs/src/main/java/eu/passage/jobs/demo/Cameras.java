package eu.passage.jobs.demo;

import eu.passage.avro.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes frames one after the other, at the pace at which recognition answers them: so many are
 * in flight at most. One thread draws ahead, another publishes.
 */
final class Cameras implements AutoCloseable {

  /**
   * One for each core and one that waits: enough to keep recognition busy, more only queue. On two
   * cores as many frames came through with 3 as with 4 or 8, and the slowest of a hundred alerts
   * came after 0.9 s and not after 1.1 and 1.5 s.
   */
  static final int MOST_IN_FLIGHT = 1 + Math.max(2, Runtime.getRuntime().availableProcessors());

  private static final int DRAWN_AHEAD = 8;

  /** How long a camera waits for an answer to a picture in which nothing may have been seen. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Iterator<Frame> frames;
  private final Consumer<Frame> publisher;
  private final OptionalDouble speed;
  private final BlockingQueue<Optional<Frame>> drawn = new ArrayBlockingQueue<>(DRAWN_AHEAD);
  private final InFlight inFlight = new InFlight(PATIENCE);
  private final Map<String, Long> publishedAt = new ConcurrentHashMap<>();
  private final Thread drawing = new Thread(this::draw, "cameras-draw");
  private final Thread publishing = new Thread(this::publish, "cameras-publish");
  private volatile Optional<Instant> clock = Optional.empty();
  private volatile @Nullable RuntimeException failure;

  /**
   * Cameras that have not begun.
   *
   * @param publisher takes each frame in turn
   * @param speed how many times faster than the cameras' clock the wall clock lets them be at most;
   *     empty: as fast as recognition answers
   */
  Cameras(Iterator<Frame> frames, Consumer<Frame> publisher, OptionalDouble speed) {
    this.frames = frames;
    this.publisher = publisher;
    this.speed = speed;
    drawing.setDaemon(true);
    publishing.setDaemon(true);
  }

  void start() {
    drawing.start();
    publishing.start();
  }

  /** A record of a job names this frame. */
  void answered(String frameId) {
    inFlight.answered(frameId);
  }

  /** Whether every frame was published. Throws what ended the cameras, if anything did. */
  boolean areDone() {
    RuntimeException ended = failure;
    if (ended != null) {
      throw ended;
    }
    return publishing.getState() == Thread.State.TERMINATED;
  }

  /** Frames published and not yet answered. */
  int inFlight() {
    return inFlight.count();
  }

  /** Frames published so far. */
  int published() {
    return publishedAt.size();
  }

  /** When a frame was published, as {@link System#nanoTime}; empty before it was. */
  OptionalLong publishedAt(String frameId) {
    Long nanoTime = publishedAt.get(frameId);
    return nanoTime == null ? OptionalLong.empty() : OptionalLong.of(nanoTime);
  }

  /** The cameras' time; empty before the first frame. */
  Optional<Instant> clock() {
    return clock;
  }

  /** Stops publishing; what was published stays. */
  @Override
  public void close() {
    drawing.interrupt();
    publishing.interrupt();
    try {
      drawing.join();
      publishing.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void draw() {
    try {
      while (frames.hasNext()) {
        drawn.put(Optional.of(frames.next()));
      }
      drawn.put(Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = e;
      publishing.interrupt();
    }
  }

  private void publish() {
    try {
      Optional<Pace> pace = Optional.empty();
      for (Optional<Frame> next = drawn.take(); next.isPresent(); next = drawn.take()) {
        Frame frame = next.get();
        if (pace.isEmpty()) {
          pace = Optional.of(new Pace(speed, frame.getCapturedAt(), System.nanoTime()));
        }
        pace.get().await(frame.getCapturedAt());
        inFlight.awaitFewerThan(MOST_IN_FLIGHT);
        inFlight.published(frame.getFrameId(), frame.getCameraId());
        publishedAt.put(frame.getFrameId(), System.nanoTime());
        clock = Optional.of(frame.getCapturedAt());
        publisher.accept(frame);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  /** Keeps the wall clock from being outrun by more than the speed allows. */
  private record Pace(OptionalDouble speed, Instant first, long begun) {

    void await(Instant at) throws InterruptedException {
      if (speed.isPresent()) {
        double due = Duration.between(first, at).toNanos() / speed.getAsDouble();
        TimeUnit.NANOSECONDS.sleep((long) due - (System.nanoTime() - begun));
      }
    }
  }
}
