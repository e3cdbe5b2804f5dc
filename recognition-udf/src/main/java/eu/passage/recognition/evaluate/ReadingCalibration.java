package eu.passage.recognition.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.avro.PlateReading;
import eu.passage.recognition.image.ImageRefusedException;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.model.ModelSource;
import eu.passage.recognition.model.SharedModels;
import eu.passage.recognition.read.Calibration;
import eu.passage.recognition.read.CalibrationFit;
import eu.passage.recognition.read.PlateReader;
import eu.passage.schemas.plates.PlateOdds;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Fits the reader's calibration on the plates of rendered frames ({@code RenderDataset}), read at
 * full size and reduced, so that there are mistakes to learn from: {@code ReadingCalibration FRAMES
 * [MODELS]} prints what goes under {@code calibration} into the reader's model.json.
 */
public final class ReadingCalibration {

  /** Rendered plates are about 100 pixels wide: down to 40, where most readings are wrong. */
  private static final double[] SIZES = {1, 0.75, 0.6, 0.5, 0.4};

  private final PlateReader reader;
  private final CalibrationFit fit = new CalibrationFit();
  private int right;

  private ReadingCalibration(PlateReader reader) {
    this.reader = reader;
  }

  public static void main(String[] args) throws IOException {
    if (args.length < 1 || args.length > 2) {
      throw new IllegalArgumentException("usage: ReadingCalibration FRAMES [MODELS]");
    }
    ModelSource models =
        args.length == 1 ? ModelSource.SHIPPED : ModelSource.folder(Path.of(args[1]));
    SharedModels.Lease lease = SharedModels.acquire(models);
    try (PlateReader reader =
        new PlateReader(
            lease.models().reader(),
            SIZES.length,
            PlateOdds.shipped()::bonuses,
            Calibration.NONE)) {
      new ReadingCalibration(reader).run(Path.of(args[0]), System.out);
    } finally {
      lease.close();
    }
  }

  private void run(Path frames, PrintStream out) throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(frames.resolve("labels.jsonl"))) {
      JsonNode frame = json.readTree(line);
      BufferedImage image = ImageIO.read(frames.resolve(frame.path("image").asText()).toFile());
      for (JsonNode vehicle : frame.path("vehicles")) {
        if (vehicle.path("plate").hasNonNull("text")) {
          add(image, vehicle.path("plate"));
        }
      }
    }
    Calibration found = fit.fit();
    out.printf(
        Locale.ROOT,
        "%d readings, %d right%n\"calibration\": {\"constant\": %.3f, \"margin\": %.3f, \"looks\": %.3f}%n",
        fit.count(),
        right,
        found.constant(),
        found.margin(),
        found.looks());
  }

  private void add(BufferedImage image, JsonNode plate) throws IOException {
    JsonNode box = plate.path("box");
    Rect area =
        PlateReader.Crop.margins(
            new Rect(
                box.path(0).asDouble(),
                box.path(1).asDouble(),
                box.path(2).asDouble(),
                box.path(3).asDouble()));
    List<PlateReader.Crop> crops = new ArrayList<>();
    try {
      for (double size : SIZES) {
        crops.add(PlateReader.Crop.whole(reduced(image, area, size)));
      }
      for (Optional<PlateReading> read : reader.read(crops)) {
        if (read.isPresent()) {
          boolean isRight = Texts.same(read.get().getText(), plate.path("text").asText());
          right += isRight ? 1 : 0;
          fit.add(read.get().getConfidence(), read.get().getSeen(), isRight);
        }
      }
    } finally {
      crops.forEach(crop -> crop.picture().close());
    }
  }

  private static Picture reduced(BufferedImage image, Rect area, double size) throws IOException {
    Rect inside = area.clippedTo(image.getWidth(), image.getHeight());
    BufferedImage part =
        image.getSubimage(
            (int) inside.x(),
            (int) inside.y(),
            Math.max(1, (int) inside.width()),
            Math.max(1, (int) inside.height()));
    int width = Math.max(8, (int) Math.round(part.getWidth() * size));
    int height = Math.max(4, (int) Math.round(part.getHeight() * size));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(part, 0, 0, width, height, null);
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(small, "png", png);
    try {
      return Picture.decode(png.toByteArray());
    } catch (ImageRefusedException e) {
      throw new IOException("a plate cut from a rendered frame cannot be decoded", e);
    }
  }
}
