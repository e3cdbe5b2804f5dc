package eu.passage.recognition;

import eu.passage.avro.Frame;
import eu.passage.avro.Image;
import eu.passage.recognition.model.ModelSource;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import eu.passage.schemas.ids.Ids;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;

/** Cameras, pictures and frames for tests, and the models of src/test/resources/models/make.py. */
public final class Samples {

  public static final String CAMERA = "EST-1";
  public static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private Samples() {}

  public static CameraCatalogue cameras() {
    return new CameraCatalogue(
        List.of(new Camera(CAMERA, "BE", "N511", "est", 50.7, 3.23, null, null, true)));
  }

  /** Models whose answers are known by heart. */
  public static ModelSource models() {
    return ModelSource.folder(resource("/models"));
  }

  /** A folder of classifiers whose answers are known by heart: make and shade. */
  public static Path classifiers() {
    return resource("/classifiers");
  }

  public static RecognitionSettings settings() {
    return RecognitionSettings.of(cameras()).withModels(models());
  }

  public static byte[] jpeg(int width, int height, Color colour) {
    return encoded(width, height, colour, "jpg");
  }

  public static byte[] png(int width, int height, Color colour) {
    return encoded(width, height, colour, "png");
  }

  /** An accepted frame with this picture inline. */
  public static Frame frame(String id, byte[] picture) {
    return frame(
        id,
        Image.newBuilder()
            .setSha256(Ids.sha256Hex(picture))
            .setContentType("image/jpeg")
            .setBytes(ByteBuffer.wrap(picture))
            .build());
  }

  /** An accepted frame with this image. */
  public static Frame frame(String id, Image image) {
    return Frame.newBuilder()
        .setFrameId(id)
        .setCameraId(CAMERA)
        .setCapturedAt(NOON)
        .setReceivedAt(NOON.plusMillis(40))
        .setSource("test")
        .setImage(image)
        .build();
  }

  private static byte[] encoded(int width, int height, Color colour, String format) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Path resource(String name) {
    try {
      return Path.of(Samples.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
