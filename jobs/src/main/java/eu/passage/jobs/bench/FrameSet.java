package eu.passage.jobs.bench;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.recognition.render.Conditions;
import eu.passage.recognition.render.FrameRenderer;
import eu.passage.recognition.render.PlateGenerator;
import eu.passage.recognition.render.Pose.Facing;
import eu.passage.recognition.render.RoadCamera;
import eu.passage.recognition.render.SceneVehicle;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Encoded frames to measure with, under a name for people. */
record FrameSet(String name, List<byte[]> frames) {

  private static final long SEED = 20_260_301;
  private static final int STAY = 8;
  private static final int FULL_HD_WIDTH = 1920;
  private static final int FULL_HD_HEIGHT = 1080;
  private static final List<String> COUNTRIES = List.of("BE", "BE", "FR", "FR", "NL", "DE");
  private static final List<VehicleType> TYPES =
      List.of(VehicleType.CAR, VehicleType.CAR, VehicleType.VAN, VehicleType.TRUCK);
  private static final List<Colour> COLOURS =
      List.of(Colour.WHITE, Colour.BLACK, Colour.GREY, Colour.BLUE, Colour.RED);

  /** Frames of 1280x720 with one vehicle each, a quarter of them by night; always the same. */
  static FrameSet rendered(int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    FrameRenderer renderer = new FrameRenderer();
    PlateGenerator plates = new PlateGenerator();
    List<byte[]> frames = new ArrayList<>(count);
    RoadCamera camera = new RoadCamera("bench", random.nextLong());
    for (int i = 0; i < count; i++) {
      if (i % STAY == STAY - 1) {
        camera = new RoadCamera("bench", random.nextLong());
      }
      Facing facing = i % (2 * STAY) < STAY ? Facing.FRONT : Facing.REAR;
      VehicleType type = TYPES.get(random.nextInt(TYPES.size()));
      String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
      SceneVehicle vehicle =
          SceneVehicle.of(
              type,
              COLOURS.get(random.nextInt(COLOURS.size())),
              plates.generate(country, type, random),
              random.nextLong());
      Conditions conditions = Conditions.draw(i % 4 == 3, random);
      frames.add(
          renderer
              .render(camera, vehicle, camera.passage(facing, 1, random).get(0), conditions, random)
              .jpeg());
    }
    return new FrameSet("rendered 1280x720, one vehicle", frames);
  }

  /** The same frames enlarged to 1920x1080. */
  FrameSet enlarged() {
    return new FrameSet(
        "the same enlarged to 1920x1080", frames.stream().map(FrameSet::enlarged).toList());
  }

  /**
   * JPEG and PNG files in the order of their names.
   *
   * @throws IllegalArgumentException when there is none
   */
  static FrameSet folder(Path folder, int count) throws IOException {
    List<byte[]> frames = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(FrameSet::isPicture).sorted().limit(count).toList()) {
        frames.add(Files.readAllBytes(file));
      }
    }
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("%s holds no .jpg, .jpeg or .png file".formatted(folder));
    }
    return new FrameSet(folder.toString(), frames);
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png");
  }

  static byte[] enlarged(byte[] jpeg) {
    try {
      BufferedImage small = ImageIO.read(new ByteArrayInputStream(jpeg));
      BufferedImage large =
          new BufferedImage(FULL_HD_WIDTH, FULL_HD_HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D graphics = large.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      graphics.drawImage(small, 0, 0, FULL_HD_WIDTH, FULL_HD_HEIGHT, null);
      graphics.dispose();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(large, "jpg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
