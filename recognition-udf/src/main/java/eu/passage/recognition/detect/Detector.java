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
  private final ModelDescriptor.Input size;
  private final double plateThreshold;
  private final double vehicleThreshold;
  private final int maxBatch;
  private final SecondLook secondLook;
  private final ByteBuffer input;
  private final byte[] padding;

  /**
   * A detector that shares its model with others.
   *
   * @param maxBatch how many pictures, or parts of them, go through the net together at most
   */
  public Detector(TorchModel model, int maxBatch, SecondLook secondLook) {
    net = model.newNet();
    size = net.descriptor().input();
    plateThreshold = net.descriptor().scoreThreshold("plate");
    vehicleThreshold = net.descriptor().scoreThreshold("vehicle");
    this.maxBatch = maxBatch;
    this.secondLook = secondLook;
    input = net.newInput(maxBatch);
    padding = new byte[size.bytes()];
    Arrays.fill(padding, Letterbox.PADDING);
  }

  /** For each picture what was found in it, best first, boxes cut to the picture. */
  public List<List<Detection>> detect(List<Picture> pictures) {
    List<View> views = new ArrayList<>(pictures.size());
    for (int i = 0; i < pictures.size(); i++) {
      views.add(view(i, pictures.get(i).bounds()));
    }
    List<List<Detection>> found = look(pictures, views);
    List<View> nearer = new ArrayList<>();
    for (View view : views) {
      secondLook
          .parts(view.part(), view, found.get(view.picture()), size.width(), size.height())
          .forEach(part -> nearer.add(view(view.picture(), part)));
    }
    List<List<Detection>> foundNearer = look(pictures, nearer);
    for (int i = 0; i < nearer.size(); i++) {
      View view = nearer.get(i);
      Rect bounds = pictures.get(view.picture()).bounds();
      List<Detection> before = found.get(view.picture());
      found.set(
          view.picture(),
          Suppression.apply(Merge.of(bounds, before, view, foundNearer.get(i)), MAX_IOU));
    }
    return found;
  }

  @Override
  public void close() {
    net.close();
  }

  private View view(int picture, Rect part) {
    return View.of(picture, part, size.width(), size.height());
  }

  /** For each view what is in it, in pixels of its picture. */
  private List<List<Detection>> look(List<Picture> pictures, List<View> views) {
    List<List<Detection>> found = new ArrayList<>(views.size());
    for (int from = 0; from < views.size(); from += maxBatch) {
      found.addAll(batch(pictures, views.subList(from, Math.min(from + maxBatch, views.size()))));
    }
    return found;
  }

  private List<List<Detection>> batch(List<Picture> pictures, List<View> views) {
    for (int i = 0; i < views.size(); i++) {
      View view = views.get(i);
      int offset = i * size.bytes();
      input.put(offset, padding);
      pictures
          .get(view.picture())
          .writeGrey(
              input,
              offset,
              size.width(),
              size.height(),
              view.part(),
              view.fit().width(),
              view.fit().height());
    }
    float[] rows = net.run(input, views.size()).get(0);
    int perView = rows.length / views.size();
    List<List<Detection>> found = new ArrayList<>(views.size());
    for (int i = 0; i < views.size(); i++) {
      View view = views.get(i);
      found.add(
          detections(
              Arrays.copyOfRange(rows, i * perView, (i + 1) * perView),
              view,
              pictures.get(view.picture())));
    }
    return found;
  }

  private List<Detection> detections(float[] rows, View view, Picture picture) {
    List<Detection> found = new ArrayList<>();
    for (int at = 0; at < rows.length; at += FIELDS) {
      Kind kind = rows[at + 5] < 0.5f ? Kind.PLATE : Kind.VEHICLE;
      double threshold = kind == Kind.PLATE ? plateThreshold : vehicleThreshold;
      Rect box =
          view.toPicture(new Rect(rows[at], rows[at + 1], rows[at + 2], rows[at + 3]))
              .clippedTo(picture.width(), picture.height());
      if (rows[at + 4] >= threshold && box.width() >= 1 && box.height() >= 1) {
        found.add(new Detection(kind, box, rows[at + 4]));
      }
    }
    return Suppression.apply(found, MAX_IOU);
  }
}
