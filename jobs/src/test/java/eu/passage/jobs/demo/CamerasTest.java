package eu.passage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.Frame;
import eu.passage.jobs.scenario.FrameMaker;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CamerasTest {

  private static final Instant START = Instant.parse("2025-03-03T00:00:00Z");
  private static final int LIMIT = Cameras.MOST_IN_FLIGHT;

  private final BlockingQueue<Frame> published = new LinkedBlockingQueue<>();

  @Test
  void publishesInOrderAndNeverMoreFramesAheadThanTheLimit() throws Exception {
    try (Cameras cameras = start(frames(50), OptionalDouble.empty())) {
      await(() -> published.size() == LIMIT);
      assertThat(published.poll(200, TimeUnit.MILLISECONDS)).isNotNull();
      assertThat(published).hasSize(LIMIT - 1);
      cameras.answered("frame-0");
      await(() -> published.size() == LIMIT);
      assertThat(cameras.inFlight()).isEqualTo(LIMIT);
    }
    assertThat(published)
        .extracting(Frame::getFrameId)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, LIMIT).mapToObj(i -> "frame-" + i).toList());
  }

  @Test
  void anAnswerToAFrameAnswersAllThatItsCameraTookBefore() throws Exception {
    try (Cameras cameras = start(frames(40), OptionalDouble.empty())) {
      await(() -> published.size() == LIMIT);
      cameras.answered("frame-" + (LIMIT - 3));
      await(() -> published.size() == LIMIT + LIMIT - 2);
    }
  }

  @Test
  void isDoneWhenEveryFrameIsPublished() throws Exception {
    try (Cameras cameras = start(frames(3), OptionalDouble.empty())) {
      await(cameras::areDone);
      assertThat(cameras.published()).isEqualTo(3);
      assertThat(cameras.clock()).contains(START.plusSeconds(2));
      assertThat(cameras.publishedAt("frame-2")).isPresent();
      assertThat(cameras.publishedAt("frame-3")).isEmpty();
    }
  }

  @Test
  void aSpeedHoldsTheCamerasClockBack() throws Exception {
    long begun = System.nanoTime();
    try (Cameras cameras = start(frames(4), OptionalDouble.of(10))) {
      await(cameras::areDone);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void aPictureThatCannotBeDrawnEndsThem() throws Exception {
    Iterator<Frame> broken =
        Stream.<Frame>generate(
                () -> {
                  throw new IllegalStateException("no picture");
                })
            .iterator();
    try (Cameras cameras = start(broken, OptionalDouble.empty())) {
      await(() -> fails(cameras));
      assertThatThrownBy(cameras::areDone).hasMessage("no picture");
    }
  }

  @Test
  void closedTheyPublishNothingMore() throws Exception {
    Cameras cameras = start(frames(50), OptionalDouble.empty());
    await(() -> published.size() == LIMIT);
    cameras.close();
    cameras.answered("frame-" + (LIMIT - 1));
    assertThat(published).hasSize(LIMIT);
    assertThat(cameras.areDone()).isTrue();
  }

  private Cameras start(Iterator<Frame> frames, OptionalDouble speed) {
    Consumer<Frame> publisher = published::add;
    Cameras cameras = new Cameras(frames, publisher, speed);
    cameras.start();
    return cameras;
  }

  private static boolean fails(Cameras cameras) {
    try {
      cameras.areDone();
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private static Iterator<Frame> frames(int count) {
    List<Frame> frames =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    FrameMaker.inline(
                        "frame-" + i,
                        "EST-1",
                        START.plusSeconds(i),
                        "test",
                        FrameMaker.JPEG,
                        new byte[] {(byte) i}))
            .toList();
    return frames.iterator();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
