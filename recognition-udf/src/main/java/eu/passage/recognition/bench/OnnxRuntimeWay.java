package eu.passage.recognition.bench;

import eu.passage.recognition.detect.Detection;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.ImageRefusedException;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.model.ModelDescriptor;
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

  private record Crop(Picture picture, Rect box) {}

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
  public String name() {
    return "ONNX Runtime, batches of %d, fp32".formatted(batchSize);
  }

  @Override
  public Found recognise(List<byte[]> encoded) {
    Found found = Found.NOTHING;
    for (int from = 0; from < encoded.size(); from += batchSize) {
      found = found.plus(batch(encoded.subList(from, Math.min(from + batchSize, encoded.size()))));
    }
    return found;
  }

  @Override
  public void close() {
    detector.close();
    reader.close();
    attributes.close();
  }

  private Found batch(List<byte[]> encoded) {
    List<Picture> pictures = new ArrayList<>();
    try {
      for (byte[] one : encoded) {
        pictures.add(ImageLoader.decode(one, ImageLimits.DEFAULT));
      }
      List<Crop> plates = new ArrayList<>();
      List<Crop> vehicles = new ArrayList<>();
      detect(pictures, plates, vehicles);
      int read = 0;
      String alphabet = reader.descriptor().alphabet();
      for (float[] outputs : run(reader, plates)) {
        read += PlainOutput.text(outputs, 0, outputs.length, alphabet).length() < 2 ? 0 : 1;
      }
      return new Found(run(attributes, vehicles).size(), read);
    } catch (ImageRefusedException e) {
      throw new IllegalArgumentException("a frame cannot be used: " + e.getMessage(), e);
    } finally {
      pictures.forEach(Picture::close);
    }
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
        boolean plate = one.kind() == Detection.Kind.PLATE;
        (plate ? plates : vehicles).add(new Crop(picture, one.box()));
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
