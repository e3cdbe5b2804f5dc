package eu.passage.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

  @Test
  void timesEnumerationsBytesAndWhatIsAbsentArePlain() {
    DeadLetter letter =
        DeadLetter.newBuilder()
            .setDeadLetterId("letter-1")
            .setReason(DeadLetterReason.TOO_LATE)
            .setMessage("late")
            .setStage("fusion")
            .setAt(Instant.parse("2025-03-03T08:00:00Z"))
            .setOrigin("frames-0@17")
            .setSample(ByteBuffer.wrap(new byte[] {0, 1, 2}))
            .build();

    assertThat(Json.line(RecordJson.of(letter)))
        .isEqualTo(
            "{\"deadLetterId\":\"letter-1\",\"reason\":\"TOO_LATE\",\"message\":\"late\","
                + "\"stage\":\"fusion\",\"at\":\"2025-03-03T08:00:00Z\",\"origin\":\"frames-0@17\","
                + "\"cameraId\":null,\"sample\":\"AAEC\"}");
    assertThat(letter.getSample().remaining()).as("it can be read again").isEqualTo(3);
  }
}
