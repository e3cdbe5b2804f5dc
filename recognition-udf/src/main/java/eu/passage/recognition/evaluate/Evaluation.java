package eu.passage.recognition.evaluate;

import eu.passage.avro.PlateReading;
import eu.passage.recognition.Recogniser;
import eu.passage.recognition.Sighting;
import eu.passage.recognition.Stage;
import eu.passage.recognition.evaluate.Figures.Boxes;
import eu.passage.recognition.evaluate.Figures.Crops;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.ImageRefusedException;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Measures recognition on labelled photographs that no model was trained on, through the same code
 * that recognises frames. The folder holds {@code plates-europe} (crops and texts.csv) and {@code
 * plates-romania} (images, boxes.csv and texts.csv).
 */
public final class Evaluation {

  /** Width in pixels from which a plate counts. */
  public static final int MIN_WIDTH = 80;

  /** Overlap from which a labelled plate counts as found. */
  public static final double MIN_IOU = 0.5;

  /** The two files of labels were drawn apart and differ by a few pixels. */
  private static final double SAME_BOX = 0.7;

  private static final String HELD_OUT_RIDE = "nightride_type3_001";
  private static final double NANOS_PER_MILLI = 1e6;

  private final Recogniser recogniser;
  private final Path data;
  private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
  private int frames;

  /**
   * @param recogniser stays open
   * @param data the folder of photographs
   */
  public Evaluation(Recogniser recogniser, Path data) {
    this.recogniser = recogniser;
    this.data = data;
  }

  /**
   * Runs over all photographs.
   *
   * @throws IOException when photographs or labels cannot be read
   */
  public Figures run() throws IOException {
    Map<String, Crops> crops = crops(data.resolve("plates-europe"));
    Boxes boxes = ride(data.resolve("plates-romania"));
    Map<Stage, Double> millis = new EnumMap<>(Stage.class);
    nanos.forEach((stage, sum) -> millis.put(stage, sum / NANOS_PER_MILLI / frames));
    return new Figures(recogniser.modelVersion(), crops, boxes, millis);
  }

  private Map<String, Crops> crops(Path folder) throws IOException {
    Map<String, Crops> byCountry = new TreeMap<>();
    Crops all = new Crops(0, 0, 0);
    for (Map<String, String> row : Labels.read(folder.resolve("texts.csv"))) {
      String country = Labels.text(row, "country"); // empty where nobody could tell
      Optional<PlateReading> read =
          recognise(folder.resolve("crops").resolve(Labels.text(row, "image"))).stream()
              .flatMap(sighting -> sighting.plate().stream())
              .max(Comparator.comparingDouble(PlateReading::getConfidence));
      String text = Labels.text(row, "text");
      boolean exact = read.filter(r -> same(r.getText(), text)).isPresent();
      boolean rightCountry = read.filter(r -> country.equals(r.getCountry())).isPresent();
      byCountry.merge(
          country,
          new Crops(0, 0, 0).plus(exact, rightCountry),
          (sum, one) -> sum.plus(exact, rightCountry));
      all = all.plus(exact, rightCountry);
    }
    Map<String, Crops> largestFirst = new LinkedHashMap<>();
    byCountry.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().count()))
        .forEach(entry -> largestFirst.put(entry.getKey(), entry.getValue()));
    largestFirst.put("all", all);
    return largestFirst;
  }

  private Boxes ride(Path folder) throws IOException {
    nanos.clear();
    frames = 0;
    RideScore score = new RideScore();
    Map<String, List<LabelledPlate>> labels = labels(folder);
    for (Map.Entry<String, List<LabelledPlate>> frame : labels.entrySet()) {
      List<Sighting> seen = recognise(folder.resolve("images").resolve(frame.getKey()));
      frames++;
      score.add(frame.getValue(), seen);
    }
    return score.boxes(frames);
  }

  /** The labelled plates of the ride by picture, with their text where it was transcribed. */
  private static Map<String, List<LabelledPlate>> labels(Path folder) throws IOException {
    List<Map<String, String>> texts = Labels.read(folder.resolve("texts.csv"));
    Map<String, List<LabelledPlate>> labels = new TreeMap<>();
    for (Map<String, String> row : Labels.read(folder.resolve("boxes.csv"))) {
      if (!Labels.text(row, "ride").equals(HELD_OUT_RIDE)) {
        continue;
      }
      String image = Labels.text(row, "image");
      Rect box = Labels.box(row);
      Optional<String> text = Optional.empty();
      for (Map<String, String> transcribed : texts) {
        if (Labels.text(transcribed, "image").equals(image)
            && Labels.box(transcribed).iou(box) >= SAME_BOX) {
          text = Optional.of(Labels.text(transcribed, "text"));
        }
      }
      labels.computeIfAbsent(image, i -> new ArrayList<>()).add(new LabelledPlate(box, text));
    }
    return labels;
  }

  private List<Sighting> recognise(Path file) throws IOException {
    byte[] encoded = Files.readAllBytes(file);
    long begun = System.nanoTime();
    try (Picture picture = ImageLoader.decode(encoded, ImageLimits.DEFAULT)) {
      took(Stage.DECODE, System.nanoTime() - begun);
      return recogniser.recognise(List.of(picture), this::took).get(0);
    } catch (ImageRefusedException e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private void took(Stage stage, long duration) {
    nanos.merge(stage, duration, Long::sum);
  }

  /** Whether two texts are the same with 0/O and 1/I folded. */
  static boolean same(String read, String truth) {
    return fold(read).equals(fold(truth));
  }

  private static String fold(String text) {
    return text.replace('O', '0').replace('I', '1');
  }
}
