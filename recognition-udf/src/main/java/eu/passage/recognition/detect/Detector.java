package eu.passage.recognition.detect;

import eu.passage.recognition.detect.Detection.Kind;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.model.ModelDescriptor;
import eu.passage.recognition.model.TorchModel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds plates and vehicles in pictures. Not safe for use by several threads. */
public final class Detector implements AutoCloseable {

  /** x, y, width, height in input pixels; score; class. */
  private static final int FIELDS = 6;

  /** Vehicles side by side overlap a good deal on a road seen in perspective. */
  private static final double MAX_IOU = 0.5;

  private final TorchModel.Net net;
  private final double plateThreshold;
  private final double vehicleThreshold;
  private final int maxBatch;
  private final ByteBuffer input;
  private final byte[] padding;

  public Detector(TorchModel model, int maxBatch) {
    net = model.newNet();
    plateThreshold = net.descriptor().scoreThreshold("plate");
    vehicleThreshold = net.descriptor().scoreThreshold("vehicle");
    this.maxBatch = maxBatch;
    input = net.newInput(maxBatch);
    padding = new byte[net.descriptor().input().bytes()];
    Arrays.fill(padding, Letterbox.PADDING);
  }

  /** For each picture what was found in it, best first, boxes cut to the picture. */
  public List<List<Detection>> detect(List<Picture> pictures) {
    List<List<Detection>> found = new ArrayList<>(pictures.size());
    for (int from = 0; from < pictures.size(); from += maxBatch) {
      found.addAll(batch(pictures.subList(from, Math.min(from + maxBatch, pictures.size()))));
    }
    return found;
  }

  @Override
  public void close() {
    net.close();
  }

  private List<List<Detection>> batch(List<Picture> pictures) {
    ModelDescriptor.Input size = net.descriptor().input();
    List<Letterbox> fits = new ArrayList<>(pictures.size());
    for (int i = 0; i < pictures.size(); i++) {
      Picture picture = pictures.get(i);
      Letterbox fit = Letterbox.fit(picture.width(), picture.height(), size.width(), size.height());
      int offset = i * size.bytes();
      input.put(offset, padding);
      picture.writeGrey(
          input, offset, size.width(), size.height(), picture.bounds(), fit.width(), fit.height());
      fits.add(fit);
    }
    float[] rows = net.run(input, pictures.size()).get(0);
    int perPicture = rows.length / pictures.size();
    List<List<Detection>> found = new ArrayList<>(pictures.size());
    for (int i = 0; i < pictures.size(); i++) {
      found.add(
          detections(
              Arrays.copyOfRange(rows, i * perPicture, (i + 1) * perPicture),
              fits.get(i),
              pictures.get(i)));
    }
    return found;
  }

  private List<Detection> detections(float[] rows, Letterbox fit, Picture picture) {
    List<Detection> found = new ArrayList<>();
    for (int at = 0; at < rows.length; at += FIELDS) {
      Kind kind = rows[at + 5] < 0.5f ? Kind.PLATE : Kind.VEHICLE;
      double threshold = kind == Kind.PLATE ? plateThreshold : vehicleThreshold;
      Rect box =
          fit.toPicture(new Rect(rows[at], rows[at + 1], rows[at + 2], rows[at + 3]))
              .clippedTo(picture.width(), picture.height());
      if (rows[at + 4] >= threshold && box.width() >= 1 && box.height() >= 1) {
        found.add(new Detection(kind, box, rows[at + 4]));
      }
    }
    return Suppression.apply(found, MAX_IOU);
  }
}
