package eu.passage.jobs.scenario;

import eu.passage.avro.Frame;
import eu.passage.avro.Image;
import eu.passage.schemas.ids.Ids;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Builds frames as a gateway in front of the platform does. */
public final class FrameMaker {

  /** Content type of a JPEG picture. */
  public static final String JPEG = "image/jpeg";

  /** The source that simulated frames name. */
  public static final String SIMULATOR = "simulator";

  private FrameMaker() {}

  /** A frame of a scenario. */
  public static Frame of(TrueFrame frame, byte[] jpeg) {
    return inline(
        frame.frameId(), frame.passage().cameraId(), frame.capturedAt(), SIMULATOR, JPEG, jpeg);
  }

  /** A frame with its picture inline, received at the moment it was taken. */
  public static Frame inline(
      String frameId,
      String cameraId,
      Instant capturedAt,
      String source,
      String contentType,
      byte[] picture) {
    return Frame.newBuilder()
        .setFrameId(frameId)
        .setCameraId(cameraId)
        .setCapturedAt(capturedAt)
        .setReceivedAt(capturedAt)
        .setSource(source)
        .setImage(
            Image.newBuilder()
                .setSha256(Ids.sha256Hex(picture))
                .setContentType(contentType)
                .setBytes(ByteBuffer.wrap(picture))
                .build())
        .build();
  }
}
