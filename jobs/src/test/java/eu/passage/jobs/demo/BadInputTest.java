package eu.passage.jobs.demo;

import static eu.passage.avro.DeadLetterReason.CLOCK_SKEW;
import static eu.passage.avro.DeadLetterReason.EMPTY_IMAGE;
import static eu.passage.avro.DeadLetterReason.IMAGE_TOO_LARGE;
import static eu.passage.avro.DeadLetterReason.MALFORMED_RECORD;
import static eu.passage.avro.DeadLetterReason.TRUNCATED_IMAGE;
import static eu.passage.avro.DeadLetterReason.UNKNOWN_CAMERA;
import static eu.passage.avro.DeadLetterReason.UNKNOWN_SCHEMA;
import static eu.passage.avro.DeadLetterReason.UNREACHABLE_IMAGE;
import static eu.passage.avro.DeadLetterReason.UNREADABLE_IMAGE;
import static eu.passage.avro.DeadLetterReason.WRONG_HASH;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.Frame;
import eu.passage.avro.Passage;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.scenario.FrameMaker;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.ScenarioPainter;
import eu.passage.jobs.scenario.ScenarioSettings;
import eu.passage.jobs.scenario.TrueFrame;
import eu.passage.jobs.scenario.TruePassage;
import eu.passage.recognition.image.FetchSettings;
import eu.passage.recognition.image.ImageLimits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What must be refused, sent between the frames of good passages: each is told with its reason, and
 * the passages come out as if nothing had happened.
 */
@Timeout(600)
class BadInputTest {

  private static final long SEED = 11;
  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final int GOOD_PASSAGES = 4;

  private final String nowhere = "http://127.0.0.1:" + closedPort() + "/";
  private final PassageConfig config =
      ConfigFile.defaults()
          .with(
              ConfigFile.defaults()
                  .recognition()
                  .with(
                      ImageLimits.DEFAULT,
                      new FetchSettings(List.of(nowhere), Duration.ofSeconds(2))));
  private final Scenario scenario =
      Scenario.of(ScenarioSettings.shortDay(SEED), config.catalogue());
  private final ScenarioPainter painter = ScenarioPainter.inClearDaylight(SEED);

  @Test
  void everythingBadIsRefusedWithItsReasonAndTheGoodGoesThrough() throws Exception {
    try (LiveSystem system = LiveSystem.start(config, List.of())) {
      Map<String, DeadLetterReason> expected = new TreeMap<>();
      List<TruePassage> good = scenario.passages().subList(0, GOOD_PASSAGES);
      for (TruePassage passage : good) {
        for (TrueFrame frame : scenario.framesOf(passage)) {
          byte[] jpeg = painter.apply(frame);
          system.frames().write(FrameMaker.of(frame, jpeg));
          if (passage.equals(good.get(1))) {
            // the same frame three times
            system.frames().write(FrameMaker.of(frame, jpeg));
            system.frames().write(FrameMaker.of(frame, jpeg));
          }
          if (passage.equals(good.get(0)) && frame.index() == 1) {
            expected.putAll(sendBadFrames(system, FrameMaker.of(frame, jpeg), jpeg));
          }
        }
        if (passage.equals(good.get(2))) {
          system.frames().write(passage.cameraId(), "no record".getBytes(StandardCharsets.UTF_8));
          system.frames().write(passage.cameraId(), new byte[] {0, 0x7f, 0, 0, 1, 2, 3});
        }
      }
      system.frames().flush();
      system.await(
          "all passages and refusals",
          () ->
              system.all(Passage.class).size() >= GOOD_PASSAGES
                  && system.all(DeadLetter.class).size() >= expected.size() + 2);
      system.await("no more records", () -> system.isQuietFor(QUIET));
      assertThat(refusedFrames(system)).isEqualTo(expected);
      assertThat(system.all(DeadLetter.class))
          .filteredOn(letter -> letter.getOrigin().startsWith("frames-"))
          .extracting(DeadLetter::getReason)
          .containsExactlyInAnyOrder(MALFORMED_RECORD, UNKNOWN_SCHEMA);
      assertThat(system.all(DeadLetter.class)).allMatch(letter -> !letter.getMessage().isBlank());
      assertThat(system.all(Passage.class))
          .extracting(passage -> passage.getPlate().getText())
          .containsExactlyInAnyOrderElementsOf(
              good.stream().map(passage -> passage.vehicle().plate()).toList());
    }
  }

  private Map<String, DeadLetterReason> refusedFrames(LiveSystem system) {
    return system.all(DeadLetter.class).stream()
        .filter(letter -> !letter.getOrigin().startsWith("frames-"))
        .collect(
            Collectors.toMap(
                DeadLetter::getOrigin, DeadLetter::getReason, (a, b) -> a, TreeMap::new));
  }

  private Map<String, DeadLetterReason> sendBadFrames(LiveSystem system, Frame good, byte[] jpeg)
      throws IOException {
    Frame wrongHash = with(good, "wrong-hash", jpeg);
    wrongHash.getImage().setSha256("0".repeat(64));
    Frame unreachable = with(good, "unreachable", jpeg);
    unreachable.getImage().setBytes(null);
    unreachable.getImage().setUri(nowhere + "frame.jpg");
    Frame unknownCamera = with(good, "unknown-camera", jpeg);
    unknownCamera.setCameraId("EST-99");
    Frame ahead = with(good, "clock-ahead", jpeg);
    ahead.setCapturedAt(ahead.getReceivedAt().plus(Duration.ofDays(2)));
    byte[] text = "this is no picture".getBytes(StandardCharsets.UTF_8);
    Map<Frame, DeadLetterReason> bad =
        Map.of(
            with(good, "truncated", Arrays.copyOf(jpeg, jpeg.length / 2)),
            TRUNCATED_IMAGE,
            with(good, "huge", hugePicture()),
            IMAGE_TOO_LARGE,
            with(good, "empty", new byte[0]),
            EMPTY_IMAGE,
            with(good, "text", text),
            UNREADABLE_IMAGE,
            unreachable,
            UNREACHABLE_IMAGE,
            wrongHash,
            WRONG_HASH,
            unknownCamera,
            UNKNOWN_CAMERA,
            ahead,
            CLOCK_SKEW);
    bad.keySet().forEach(system.frames()::write);
    return bad.entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().getFrameId(), Map.Entry::getValue));
  }

  private static Frame with(Frame good, String id, byte[] picture) {
    return FrameMaker.inline(
        id,
        good.getCameraId(),
        good.getCapturedAt(),
        good.getSource(),
        good.getImage().getContentType(),
        picture);
  }

  /** 20,000 x 20,000 pixels in a file of some ten kilobytes. */
  private static byte[] hugePicture() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20_000, 20_000, BufferedImage.TYPE_BYTE_BINARY), "png", bytes);
    return bytes.toByteArray();
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
