package eu.passage.recognition.flink;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.Frame;
import eu.passage.avro.Image;
import eu.passage.avro.Observation;
import eu.passage.recognition.RecognitionSettings;
import eu.passage.recognition.Samples;
import eu.passage.recognition.image.Bombs;
import eu.passage.recognition.model.ModelSet;
import eu.passage.recognition.model.SharedModels;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

class RecognitionOperatorTest {

  private static final OutputTag<DeadLetter> REFUSALS =
      new OutputTag<>("refusals", new AvroTypeInfo<>(DeadLetter.class));
  private static final RecognitionSettings SETTINGS =
      Samples.settings().withBatches(3, Duration.ofMillis(30));

  @Test
  void aFullBatchLeavesAtOnceInTheFramesOrder() throws Exception {
    try (var harness = opened()) {
      harness.processElement(bright("a"), 10);
      harness.processElement(bright("b"), 20);
      assertThat(harness.getOutput()).isEmpty();
      harness.processElement(bright("c"), 30);
      assertThat(frameIds(harness)).containsExactly("a", "b", "c");
      assertThat(harness.getOutput())
          .extracting(record -> ((StreamRecord<?>) record).getTimestamp())
          .containsExactly(10L, 20L, 30L);
    }
  }

  @Test
  void anIncompleteBatchLeavesWhenItsFirstFrameHasWaitedLongEnough() throws Exception {
    try (var harness = opened()) {
      harness.setProcessingTime(100);
      harness.processElement(bright("a"), 10);
      harness.setProcessingTime(120);
      harness.processElement(bright("b"), 20);
      harness.setProcessingTime(129);
      assertThat(harness.getOutput()).isEmpty();
      harness.setProcessingTime(130);
      assertThat(frameIds(harness)).containsExactly("a", "b");
    }
  }

  @Test
  void theTimerOfABatchThatLeftFullDoesNotCutTheNextOneShort() throws Exception {
    try (var harness = opened()) {
      harness.setProcessingTime(100);
      for (String id : List.of("a", "b", "c")) {
        harness.processElement(bright(id), 10);
      }
      harness.setProcessingTime(120);
      harness.processElement(bright("d"), 20);
      harness.setProcessingTime(149);
      assertThat(frameIds(harness)).containsExactly("a", "b", "c");
      harness.setProcessingTime(150);
      assertThat(frameIds(harness)).containsExactly("a", "b", "c", "d");
    }
  }

  @Test
  void noFrameIsHeldOverABarrierAWatermarkOrTheEnd() throws Exception {
    try (var harness = opened()) {
      harness.processElement(bright("a"), 10);
      harness.prepareSnapshotPreBarrier(1);
      assertThat(frameIds(harness)).containsExactly("a");
      harness.processElement(bright("b"), 20);
      harness.processWatermark(20);
      assertThat(new ArrayList<>(harness.getOutput()).get(2)).isEqualTo(new Watermark(20));
      assertThat(frameIds(harness)).containsExactly("a", "b");
      harness.processElement(bright("c"), 30);
      harness.endInput();
      assertThat(frameIds(harness)).containsExactly("a", "b", "c");
    }
  }

  @Test
  void whateverIsWrongWithAFrameTheOthersOfItsBatchAreRecognised() throws Exception {
    byte[] jpeg = Samples.jpeg(1280, 720, Color.WHITE);
    Frame wrongHash = bright("wrong hash");
    wrongHash.getImage().setSha256("0".repeat(64));
    Frame elsewhere = bright("elsewhere");
    elsewhere.setCameraId("EST-9");
    Frame ahead = bright("ahead");
    ahead.setCapturedAt(Samples.NOON.plus(Duration.ofDays(2)));
    Frame longPlate = bright("long plate");
    longPlate.setCamera(
        eu.passage.avro.CameraReading.newBuilder().setPlate("A".repeat(40)).build());
    Frame unreachable = bright("unreachable");
    unreachable.setImage(
        Image.newBuilder()
            .setSha256("0".repeat(64))
            .setContentType("image/jpeg")
            .setUri("http://127.0.0.1:1/x.jpg")
            .build());
    List<Frame> frames =
        List.of(
            bright("first"),
            Samples.frame("truncated", Arrays.copyOf(jpeg, jpeg.length / 2)),
            Samples.frame("bomb", Bombs.png(20_000, 20_000)),
            Samples.frame("empty", new byte[0]),
            Samples.frame("text", "no picture at all".getBytes(StandardCharsets.UTF_8)),
            bright("middle"),
            unreachable,
            wrongHash,
            elsewhere,
            ahead,
            longPlate,
            bright("last"));
    RecognitionSettings settings = SETTINGS.withBatches(20, Duration.ofMillis(30));
    try (var harness = opened(settings)) {
      for (Frame frame : frames) {
        harness.processElement(frame, 10);
      }
      harness.endInput();
      assertThat(frameIds(harness)).containsExactly("first", "middle", "last");
      assertThat(refusals(harness))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "truncated", DeadLetterReason.TRUNCATED_IMAGE,
                  "bomb", DeadLetterReason.IMAGE_TOO_LARGE,
                  "empty", DeadLetterReason.EMPTY_IMAGE,
                  "text", DeadLetterReason.UNREADABLE_IMAGE,
                  "unreachable", DeadLetterReason.UNREACHABLE_IMAGE,
                  "wrong hash", DeadLetterReason.WRONG_HASH,
                  "elsewhere", DeadLetterReason.UNKNOWN_CAMERA,
                  "ahead", DeadLetterReason.CLOCK_SKEW,
                  "long plate", DeadLetterReason.INVALID_FIELD));
    }
  }

  @Test
  void aBatchOfNothingButBadFramesGivesDeadLettersOnly() throws Exception {
    try (var harness = opened()) {
      for (String id : List.of("a", "b", "c")) {
        harness.processElement(Samples.frame(id, new byte[] {1, 2, 3}), 10);
      }
      assertThat(harness.getOutput()).isEmpty();
      assertThat(refusals(harness)).containsOnlyKeys("a", "b", "c");
    }
  }

  @Test
  void theSameFrameThreeTimesGivesTheSameObservationIds() throws Exception {
    try (var harness = opened()) {
      for (int time = 0; time < 3; time++) {
        harness.processElement(bright("a"), 10);
      }
      assertThat(observations(harness)).hasSize(3);
      assertThat(observations(harness))
          .extracting(Observation::getObservationId)
          .containsOnly(observations(harness).get(0).getObservationId());
    }
  }

  @Test
  void theOperatorCanBeRestartedAgainAndAgainAndShareItsModels() throws Exception {
    for (int restart = 0; restart < 3; restart++) {
      try (var one = opened();
          var other = opened()) {
        one.processElement(bright("a"), 10);
        other.processElement(bright("b"), 10);
        one.endInput();
        other.endInput();
        assertThat(frameIds(one)).containsExactly("a");
        assertThat(frameIds(other)).containsExactly("b");
      }
    }
  }

  @Test
  void toCloseTheLastOperatorUnloadsTheModels() throws Exception {
    var harness = opened();
    ModelSet used;
    try (SharedModels.Lease beside = SharedModels.acquire(SETTINGS.models())) {
      used = beside.models();
    }
    try (SharedModels.Lease beside = SharedModels.acquire(SETTINGS.models())) {
      assertThat(beside.models()).isSameAs(used);
    }
    harness.close();
    try (SharedModels.Lease after = SharedModels.acquire(SETTINGS.models())) {
      assertThat(after.models()).isNotSameAs(used);
    }
  }

  @Test
  void aFrameStillWaitingWhenTheTaskIsCancelledIsNotRecognised() throws Exception {
    var harness = opened();
    harness.processElement(bright("a"), 10);
    harness.close();
    assertThat(harness.getOutput()).isEmpty();
  }

  private static Frame bright(String id) {
    return Samples.frame(id, Samples.jpeg(640, 360, Color.WHITE));
  }

  private static OneInputStreamOperatorTestHarness<Frame, Observation> opened() throws Exception {
    return opened(SETTINGS);
  }

  private static OneInputStreamOperatorTestHarness<Frame, Observation> opened(
      RecognitionSettings settings) throws Exception {
    var harness =
        new OneInputStreamOperatorTestHarness<>(new RecognitionOperator(settings, REFUSALS));
    harness.open();
    return harness;
  }

  private static List<Observation> observations(
      OneInputStreamOperatorTestHarness<Frame, Observation> harness) {
    return harness.extractOutputValues();
  }

  private static List<String> frameIds(
      OneInputStreamOperatorTestHarness<Frame, Observation> harness) {
    return observations(harness).stream().map(Observation::getFrameId).toList();
  }

  private static Map<String, DeadLetterReason> refusals(
      OneInputStreamOperatorTestHarness<Frame, Observation> harness) {
    return harness.getSideOutput(REFUSALS).stream()
        .map(StreamRecord::getValue)
        .collect(java.util.stream.Collectors.toMap(DeadLetter::getOrigin, DeadLetter::getReason));
  }
}
