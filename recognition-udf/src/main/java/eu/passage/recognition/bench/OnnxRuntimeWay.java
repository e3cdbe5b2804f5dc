package eu.passage.recognition.bench;

import eu.passage.recognition.detect.Detection;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.ImageRefusedException;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.model.ModelDescriptor;
import eu.passage.recognition.read.PlateReader;
import java.util.ArrayList;
import java.util.List;

/**
 * The same nets in ONNX Runtime, in 32-bit numbers, with our decoding, scaling and batches: what
 * another engine would make of it.
 */
public final class OnnxRuntimeWay implements Contender {

  private static final int CROPS = 16;

  private final int batchSize;
  private final OnnxNet detector;
  private final OnnxNet reader;
  private final OnnxNet attributes;

  /**
   * @param frame the picture's place in the batch
   */
  private record Crop(int frame, Picture picture, Rect box) {}

  /**
   * @throws MissingOnnxException when there are no ONNX files of these models
   */
  public OnnxRuntimeWay(BenchModels models, int batchSize) {
    this.batchSize = batchSize;
    detector = new OnnxNet(models, "detector", batchSize);
    reader = new OnnxNet(models, "reader", CROPS);
    attributes = new OnnxNet(models, "attributes", CROPS);
  }

  @Override
  public Description description() {
    return new Description(
        "ONNX Runtime", "ONNX Runtime, OpenCV", "fp32", batchSize, PlainOutput.READING);
  }

  @Override
  public List<Found> recognise(List<byte[]> encoded) {
    List<Found> found = new ArrayList<>(encoded.size());
    for (int from = 0; from < encoded.size(); from += batchSize) {
      found.addAll(batch(encoded.subList(from, Math.min(from + batchSize, encoded.size()))));
    }
    return found;
  }

  @Override
  public void close() {
    detector.close();
    reader.close();
    attributes.close();
  }

  private List<Found> batch(List<byte[]> encoded) {
    List<Picture> pictures = new ArrayList<>();
    try {
      for (byte[] one : encoded) {
        pictures.add(ImageLoader.decode(one, ImageLimits.DEFAULT));
      }
      List<Crop> plates = new ArrayList<>();
      List<Crop> vehicles = new ArrayList<>();
      detect(pictures, plates, vehicles);
      List<float[]> steps = run(reader, plates);
      run(attributes, vehicles);
      List<Found> found = new ArrayList<>(pictures.size());
      for (int frame = 0; frame < pictures.size(); frame++) {
        found.add(found(frame, vehicles, plates, steps));
      }
      return found;
    } catch (ImageRefusedException e) {
      throw new IllegalArgumentException("a frame cannot be used: " + e.getMessage(), e);
    } finally {
      pictures.forEach(Picture::close);
    }
  }

  private Found found(int frame, List<Crop> vehicles, List<Crop> plates, List<float[]> steps) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < plates.size(); i++) {
      if (plates.get(i).frame == frame) {
        PlainOutput.text(steps.get(i), reader.descriptor().alphabet()).ifPresent(texts::add);
      }
    }
    return new Found((int) vehicles.stream().filter(crop -> crop.frame == frame).count(), texts);
  }

  private void detect(List<Picture> pictures, List<Crop> plates, List<Crop> vehicles) {
    ModelDescriptor.Input size = detector.descriptor().input();
    for (int i = 0; i < pictures.size(); i++) {
      Picture picture = pictures.get(i);
      picture.writeGrey(
          detector.buffer(),
          i * size.bytes(),
          size.width(),
          size.height(),
          picture.bounds(),
          size.width(),
          size.height());
    }
    float[] rows = detector.run(pictures.size()).get(0);
    int count = rows.length / pictures.size();
    for (int i = 0; i < pictures.size(); i++) {
      Picture picture = pictures.get(i);
      double scaleX = (double) picture.width() / size.width();
      double scaleY = (double) picture.height() / size.height();
      for (Detection one :
          PlainOutput.boxes(rows, i * count, count, detector.descriptor(), scaleX, scaleY)) {
        if (one.kind() == Detection.Kind.PLATE) {
          plates.add(new Crop(i, picture, PlateReader.Crop.margins(one.box())));
        } else {
          vehicles.add(new Crop(i, picture, one.box()));
        }
      }
    }
  }

  /** The first output for each crop. */
  private static List<float[]> run(OnnxNet net, List<Crop> crops) {
    ModelDescriptor.Input size = net.descriptor().input();
    List<float[]> first = new ArrayList<>();
    for (int from = 0; from < crops.size(); from += CROPS) {
      List<Crop> part = crops.subList(from, Math.min(from + CROPS, crops.size()));
      for (int i = 0; i < part.size(); i++) {
        Crop crop = part.get(i);
        crop.picture()
            .writeRgb(net.buffer(), i * size.bytes(), crop.box(), size.width(), size.height());
      }
      float[] numbers = net.run(part.size()).get(0);
      int count = numbers.length / part.size();
      for (int i = 0; i < part.size(); i++) {
        float[] one = new float[count];
        System.arraycopy(numbers, i * count, one, 0, count);
        first.add(one);
      }
    }
    return first;
  }
}
