package eu.passage.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.jobs.config.EventTimeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.types.Either;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class EventTimeWatermarksTest {

  private static final Either<DeadLetter, String> RECORD = Either.Right("a record");
  private static final Either<DeadLetter, String> REFUSAL = Either.Left(letter());

  private final Clock clock = new Clock();
  private final Output output = new Output();
  private final EventTimeWatermarks<String> watermarks =
      new EventTimeWatermarks<>(
          new EventTimeSettings(Duration.ofSeconds(2), Duration.ofSeconds(5)), clock);

  @Test
  void theWatermarkStaysBehindTheNewestRecord() {
    watermarks.onEvent(RECORD, 100_000, output);
    watermarks.onEvent(RECORD, 99_000, output);
    watermarks.onPeriodicEmit(output);

    assertThat(output.said).containsExactly("97999");
  }

  @Test
  void beforeTheFirstRecordNothingIsSaidAndThePartitionIsIdleInHalfTheTime() {
    watermarks.onPeriodicEmit(output);
    clock.millis += 2_499;
    watermarks.onPeriodicEmit(output);
    assertThat(output.said).isEmpty();

    clock.millis += 1;
    watermarks.onPeriodicEmit(output);
    watermarks.onPeriodicEmit(output);
    assertThat(output.said).containsExactly("idle");
  }

  @Test
  void inSilenceTimeGoesOnWithTheWallClockUntilThePartitionIsIdle() {
    watermarks.onEvent(RECORD, 100_000, output);
    clock.millis += 3_000;
    watermarks.onPeriodicEmit(output);
    clock.millis += 60_000;
    watermarks.onPeriodicEmit(output);
    clock.millis += 60_000;
    watermarks.onPeriodicEmit(output);

    assertThat(output.said).containsExactly("100999", "102999", "idle");
  }

  @Test
  void aRecordAfterIdlenessMakesThePartitionActiveAgain() {
    clock.millis += 5_000;
    watermarks.onPeriodicEmit(output);
    watermarks.onEvent(RECORD, 100_000, output);
    watermarks.onPeriodicEmit(output);

    assertThat(output.said).containsExactly("idle", "active", "97999");
  }

  @Test
  void aRefusedRecordSaysNothingAboutTime() {
    watermarks.onEvent(REFUSAL, 900_000, output);
    watermarks.onPeriodicEmit(output);

    assertThat(output.said).isEmpty();
  }

  private static DeadLetter letter() {
    return DeadLetter.newBuilder()
        .setDeadLetterId("id")
        .setReason(DeadLetterReason.OTHER)
        .setMessage("refused")
        .setStage("test")
        .setAt(Instant.EPOCH)
        .setOrigin("observations-0@0")
        .build();
  }

  private static final class Clock implements RelativeClock {

    private long millis = 1_000;

    @Override
    public long relativeTimeMillis() {
      return millis;
    }

    @Override
    public long relativeTimeNanos() {
      return Duration.ofMillis(millis).toNanos();
    }
  }

  private static final class Output implements WatermarkOutput {

    private final List<String> said = new ArrayList<>();

    @Override
    public void emitWatermark(Watermark watermark) {
      said.add(Long.toString(watermark.getTimestamp()));
    }

    @Override
    public void markIdle() {
      said.add("idle");
    }

    @Override
    public void markActive() {
      said.add("active");
    }
  }
}
