package eu.passage.recognition.read;

import eu.passage.avro.PlateReading;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.model.TorchModel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads plates out of pictures. A crop that may hold two lines is read both ways, and whichever
 * reading is likelier prevails. Not safe for use by several threads.
 */
public final class PlateReader implements AutoCloseable {

  /** The net was trained with this much of the surroundings; shares of the plate's box. */
  private static final double MARGIN_X = 0.08;

  private static final double MARGIN_Y = 0.15;

  private final TorchModel.Net net;
  private final PlateDecoder decoder;
  private final int maxBatch;
  private final ByteBuffer input;
  private final CropView writer;

  /**
   * A plate in a picture.
   *
   * @param area what to read, margins included
   */
  public record Crop(Picture picture, Rect area) {

    /** A plate that was found in a picture, with the margin that the net expects. */
    public static Crop found(Picture picture, Rect box) {
      return new Crop(picture, margins(box));
    }

    /** A plate's box with the margins that the net expects. */
    public static Rect margins(Rect box) {
      return box.widened(MARGIN_X, MARGIN_Y);
    }

    /** A picture that is itself cut to a plate. */
    public static Crop whole(Picture picture) {
      return new Crop(picture, picture.bounds());
    }
  }

  /**
   * @param bonuses for a text the countries (ISO 3166-1 alpha-2) that have series with it, each
   *     with the factor above 1 by which that speaks for the text
   */
  public PlateReader(
      TorchModel model, int maxBatch, Function<String, Map<String, Double>> bonuses) {
    this(model, maxBatch, bonuses, Calibration.of(model.descriptor()));
  }

  /** The same with another calibration than the model's own. */
  public PlateReader(
      TorchModel model,
      int maxBatch,
      Function<String, Map<String, Double>> bonuses,
      Calibration calibration) {
    net = model.newNet();
    this.maxBatch = maxBatch;
    input = net.newInput(maxBatch);
    writer = new CropView(net.descriptor().input());
    decoder =
        new PlateDecoder(
            net.descriptor().alphabet(), net.descriptor().countries(), bonuses, calibration);
  }

  /** For each crop its reading; empty where nothing like a plate's text is in it. */
  public List<Optional<PlateReading>> read(List<Crop> crops) {
    List<List<Glance>> glances = new ArrayList<>(crops.size());
    List<View> views = new ArrayList<>(crops.size());
    for (int i = 0; i < crops.size(); i++) {
      glances.add(new ArrayList<>(1));
      views.add(new View(i, crops.get(i), false));
      if (CropView.mayHaveTwoLines(crops.get(i).area())) {
        views.add(new View(i, crops.get(i), true));
      }
    }
    for (int from = 0; from < views.size(); from += maxBatch) {
      batch(views.subList(from, Math.min(from + maxBatch, views.size())), glances);
    }
    return glances.stream().map(decoder::decode).toList();
  }

  @Override
  public void close() {
    net.close();
  }

  /**
   * What the net is shown of a crop.
   *
   * @param crop its place among the crops
   * @param unrolled whether as two lines side by side
   */
  private record View(int crop, Crop of, boolean unrolled) {}

  private void batch(List<View> views, List<List<Glance>> glances) {
    for (int i = 0; i < views.size(); i++) {
      Crop crop = views.get(i).of;
      if (views.get(i).unrolled) {
        writer.writeUnrolled(input, i, crop.picture(), crop.area());
      } else {
        writer.writeWhole(input, i, crop.picture(), crop.area());
      }
    }
    List<float[]> outputs = net.run(input, views.size());
    int classes = net.descriptor().alphabet().length() + 1;
    int steps = outputs.get(0).length / views.size() / classes;
    int countries = net.descriptor().countries().size();
    for (int i = 0; i < views.size(); i++) {
      double[][] text = new double[steps][];
      for (int t = 0; t < steps; t++) {
        text[t] = probabilities(outputs.get(0), (i * steps + t) * classes, classes);
      }
      double[] country = probabilities(outputs.get(1), i * countries, countries);
      glances.get(views.get(i).crop).add(new Glance(text, country));
    }
  }

  private static double[] probabilities(float[] logarithms, int from, int count) {
    double[] probabilities = new double[count];
    for (int i = 0; i < count; i++) {
      probabilities[i] = Math.exp(logarithms[from + i]);
    }
    return probabilities;
  }
}
