package eu.passage.recognition.classify;

import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.model.ModelDescriptor;
import eu.passage.recognition.model.TorchModel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells type and colour of vehicles, and abstains where it is in doubt. Not safe for use by several
 * threads.
 */
public final class Classifier implements AutoCloseable {

  /** The net was trained with this much of the surroundings; a share of the vehicle's box. */
  private static final double MARGIN = 0.05;

  private final TorchModel.Net net;
  private final int maxBatch;
  private final double minType;
  private final double minColour;
  private final ByteBuffer input;
  private final List<VehicleType> types;
  private final List<Colour> colours;

  /** A vehicle found in a picture. */
  public record Crop(Picture picture, Rect box) {}

  /**
   * Takes the higher of these bounds and the model's own.
   *
   * @param minType the least probability with which a type is named
   * @param minColour the least probability with which a colour is named
   */
  public Classifier(TorchModel model, int maxBatch, double minType, double minColour) {
    net = model.newNet();
    this.maxBatch = maxBatch;
    this.minType = Math.max(minType, ownThreshold("type"));
    this.minColour = Math.max(minColour, ownThreshold("colour"));
    input = net.newInput(maxBatch);
    types = net.descriptor().types().stream().map(VehicleType::valueOf).toList();
    colours = net.descriptor().colours().stream().map(Colour::valueOf).toList();
  }

  /** For each crop its attributes. */
  public List<Attributes> classify(List<Crop> crops) {
    List<Attributes> attributes = new ArrayList<>(crops.size());
    for (int from = 0; from < crops.size(); from += maxBatch) {
      batch(crops.subList(from, Math.min(from + maxBatch, crops.size())), attributes);
    }
    return attributes;
  }

  @Override
  public void close() {
    net.close();
  }

  private void batch(List<Crop> crops, List<Attributes> attributes) {
    ModelDescriptor.Input size = net.descriptor().input();
    for (int i = 0; i < crops.size(); i++) {
      Crop crop = crops.get(i);
      Rect area = crop.box().widened(MARGIN, MARGIN);
      crop.picture().writeRgb(input, i * size.bytes(), area, size.width(), size.height());
    }
    List<float[]> outputs = net.run(input, crops.size());
    for (int i = 0; i < crops.size(); i++) {
      attributes.add(
          new Attributes(
              type(outputs.get(0), i * types.size()), colour(outputs.get(1), i * colours.size())));
    }
  }

  private double ownThreshold(String kind) {
    return net.descriptor().scoreThreshold().getOrDefault(kind, 0.0);
  }

  private TypeEstimate type(float[] probabilities, int from) {
    int best = best(probabilities, from, types.size());
    float confidence = probabilities[from + best];
    return types.get(best) == VehicleType.UNKNOWN || confidence < minType
        ? Attributes.unknown().type()
        : new TypeEstimate(types.get(best), confidence);
  }

  private ColourEstimate colour(float[] probabilities, int from) {
    int best = best(probabilities, from, colours.size());
    float confidence = probabilities[from + best];
    return colours.get(best) == Colour.UNKNOWN || confidence < minColour
        ? Attributes.unknown().colour()
        : new ColourEstimate(colours.get(best), confidence);
  }

  private static int best(float[] values, int from, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (values[from + i] > values[from + best]) {
        best = i;
      }
    }
    return best;
  }
}
