package eu.passage.recognition.gate;

import static eu.passage.avro.DeadLetterReason.CLOCK_SKEW;
import static eu.passage.avro.DeadLetterReason.EMPTY_IMAGE;
import static eu.passage.avro.DeadLetterReason.INVALID_FIELD;
import static eu.passage.avro.DeadLetterReason.UNKNOWN_CAMERA;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.CameraReading;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.Frame;
import eu.passage.recognition.Samples;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FrameGateTest {

  private final FrameGate gate = new FrameGate(Samples.cameras(), GateSettings.DEFAULT);

  @Test
  void aProperFrameIsAccepted() {
    assertThat(gate.judge(frame(f -> {}))).isEqualTo(new Verdict.Accepted());
  }

  @Test
  void anIdOfFortyCharactersIsProper() {
    assertThat(gate.judge(frame(f -> f.setFrameId("f".repeat(40)))))
        .isEqualTo(new Verdict.Accepted());
  }

  @Test
  void anIdThatIsEmptyOrEndlessIsInvalid() {
    refuses(f -> f.setFrameId(" "), INVALID_FIELD, "frameId is empty");
    refuses(f -> f.setFrameId("f".repeat(129)), INVALID_FIELD, "129 characters", "at most 128");
    refuses(f -> f.setSource(""), INVALID_FIELD, "source is empty");
    refuses(f -> f.setCameraId("c".repeat(65)), INVALID_FIELD, "cameraId has 65 characters");
  }

  @Test
  void aCameraOutsideTheCatalogueIsUnknown() {
    refuses(f -> f.setCameraId("EST-9"), UNKNOWN_CAMERA, "'EST-9'", "catalogue");
  }

  @Test
  void aCamerasPlateOfFortyCharactersIsInvalid() {
    refuses(
        f -> f.setCamera(CameraReading.newBuilder().setPlate("A".repeat(40)).build()),
        INVALID_FIELD,
        "camera.plate has 40 characters",
        "at most 16");
  }

  @Test
  void aCamerasConfidenceBeyondOneIsInvalid() {
    refuses(
        f -> f.setCamera(CameraReading.newBuilder().setConfidence(96f).build()),
        INVALID_FIELD,
        "camera.confidence is 96.0",
        "between 0 and 1");
    refuses(
        f -> f.setCamera(CameraReading.newBuilder().setConfidence(Float.NaN).build()),
        INVALID_FIELD,
        "camera.confidence is NaN");
  }

  @Test
  void anImageTravelsInlineOrByReferenceNeverBothNorNeither() {
    refuses(f -> f.getImage().setBytes(null), EMPTY_IMAGE, "neither bytes nor uri");
    refuses(f -> f.getImage().setUri("file:/x.jpg"), INVALID_FIELD, "both bytes and uri");
    refuses(f -> f.getImage().setBytes(ByteBuffer.allocate(0)), EMPTY_IMAGE, "zero bytes");
    assertThat(
            gate.judge(
                frame(
                    f -> {
                      f.getImage().setBytes(null);
                      f.getImage().setUri("file:/x.jpg");
                    })))
        .isEqualTo(new Verdict.Accepted());
  }

  @Test
  void aHashOrContentTypeOfAnotherFormIsInvalid() {
    refuses(f -> f.getImage().setSha256("AB"), INVALID_FIELD, "'AB'", "64 lower-case hexadecimal");
    refuses(f -> f.getImage().setContentType("image/gif"), INVALID_FIELD, "image/gif", "image/png");
  }

  @Test
  void aClockTwoDaysAheadIsSkewed() {
    refuses(
        f -> f.setCapturedAt(Samples.NOON.plus(Duration.ofDays(2))),
        CLOCK_SKEW,
        "2026-05-06T12:00:00Z",
        "ahead",
        "at most PT5M");
  }

  @Test
  void aFrameKeptThroughADaysCutOfTheLineIsAcceptedAndAMonthOldOneIsNot() {
    assertThat(gate.judge(frame(f -> f.setCapturedAt(Samples.NOON.minus(Duration.ofDays(1))))))
        .isEqualTo(new Verdict.Accepted());
    refuses(
        f -> f.setCapturedAt(Samples.NOON.minus(Duration.ofDays(30))),
        CLOCK_SKEW,
        "behind",
        "at most PT168H");
  }

  @Test
  void aRefusalAlwaysGivesTheSameRecord() {
    Frame frame = frame(f -> f.setCapturedAt(Samples.NOON.plus(Duration.ofDays(2))));
    DeadLetter letter = DeadLetters.of(frame, CLOCK_SKEW, "skewed");
    assertThat(letter).isEqualTo(DeadLetters.of(frame, CLOCK_SKEW, "skewed"));
    assertThat(letter.getAt()).isEqualTo(frame.getReceivedAt());
    assertThat(letter.getOrigin()).isEqualTo(frame.getFrameId());
    assertThat(DeadLetters.of(frame, INVALID_FIELD, "x").getDeadLetterId())
        .isNotEqualTo(letter.getDeadLetterId());
  }

  private static Frame frame(Consumer<Frame> change) {
    Frame frame = Samples.frame("f-1", new byte[] {1, 2, 3});
    change.accept(frame);
    return frame;
  }

  private void refuses(Consumer<Frame> change, DeadLetterReason reason, String... words) {
    assertThat(gate.judge(frame(change)))
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.message()).contains(words);
            });
  }
}
