package eu.passage.recognition.bench;

import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.ImageFactory;
import ai.djl.modality.cv.util.NDImageUtils;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.Batchifier;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import eu.passage.recognition.detect.Detection;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.model.ModelDescriptor;
import eu.passage.recognition.read.PlateReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The same nets in 32-bit numbers the way DJL's introductions show it: an {@link Image} read by
 * ImageIO, a translator that turns it into an array and resizes that, one picture a call, and a
 * predictor for each net.
 */
public final class SimpleDjl implements Contender {

  private final Step detect;
  private final Step read;
  private final Step classify;

  public SimpleDjl(BenchModels models) {
    detect = new Step(models, "detector");
    read = new Step(models, "reader");
    classify = new Step(models, "attributes");
  }

  @Override
  public Description description() {
    return new Description(
        "DJL the simple way", "libtorch through DJL, ImageIO", "fp32", 1, PlainOutput.READING);
  }

  @Override
  public List<Found> recognise(List<byte[]> encoded) {
    return encoded.stream().map(this::recognise).toList();
  }

  @Override
  public void close() {
    detect.close();
    read.close();
    classify.close();
  }

  private Found recognise(byte[] encoded) {
    try {
      Image image = ImageFactory.getInstance().fromInputStream(new ByteArrayInputStream(encoded));
      float[] rows = detect.run(image).get(0);
      ModelDescriptor.Input input = detect.descriptor.input();
      double scaleX = (double) image.getWidth() / input.width();
      double scaleY = (double) image.getHeight() / input.height();
      int vehicles = 0;
      List<String> texts = new ArrayList<>();
      for (Detection one :
          PlainOutput.boxes(rows, 0, rows.length, detect.descriptor, scaleX, scaleY)) {
        boolean isPlate = one.kind() == Detection.Kind.PLATE;
        Rect box =
            (isPlate ? PlateReader.Crop.margins(one.box()) : one.box())
                .clippedTo(image.getWidth(), image.getHeight());
        Image crop =
            image.getSubImage(
                (int) box.x(),
                (int) box.y(),
                Math.max(1, (int) box.width()),
                Math.max(1, (int) box.height()));
        if (isPlate) {
          float[] steps = read.run(crop).get(0);
          PlainOutput.text(steps, read.descriptor.alphabet()).ifPresent(texts::add);
        } else {
          vehicles += classify.run(crop).isEmpty() ? 0 : 1;
        }
      }
      return new Found(vehicles, texts);
    } catch (IOException | TranslateException e) {
      throw new IllegalStateException("the simple way failed: " + e.getMessage(), e);
    }
  }

  /** One net with its predictor. */
  private static final class Step implements Translator<Image, List<float[]>>, AutoCloseable {

    private final ModelDescriptor descriptor;
    private final ZooModel<Image, List<float[]>> model;
    private final Predictor<Image, List<float[]>> predictor;

    @SuppressWarnings({"unchecked", "this-escape"}) // DJL asks for a class where there is a list
    private Step(BenchModels models, String name) {
      descriptor = models.descriptor(name);
      try {
        model =
            Criteria.builder()
                .setTypes(Image.class, (Class<List<float[]>>) (Class<?>) List.class)
                .optModelPath(models.torchScript(name))
                .optEngine("PyTorch")
                .optTranslator(this)
                .build()
                .loadModel();
      } catch (IOException | ModelNotFoundException | MalformedModelException e) {
        throw new IllegalStateException("DJL cannot load " + name + ": " + e.getMessage(), e);
      }
      predictor = model.newPredictor();
    }

    private List<float[]> run(Image image) throws TranslateException {
      return predictor.predict(image);
    }

    @Override
    public NDList processInput(TranslatorContext context, Image image) {
      ModelDescriptor.Input size = descriptor.input();
      Image.Flag flag = size.channels() == 1 ? Image.Flag.GRAYSCALE : Image.Flag.COLOR;
      NDArray pixels = image.toNDArray(context.getNDManager(), flag);
      NDArray resized = NDImageUtils.resize(pixels, size.width(), size.height());
      return new NDList(resized.toType(DataType.UINT8, false).expandDims(0));
    }

    @Override
    public List<float[]> processOutput(TranslatorContext context, NDList outputs) {
      List<float[]> numbers = new ArrayList<>(outputs.size());
      outputs.forEach(output -> numbers.add(output.toFloatArray()));
      return numbers;
    }

    @Override
    public @org.jspecify.annotations.Nullable Batchifier getBatchifier() {
      return null;
    }

    @Override
    public void close() {
      predictor.close();
      model.close();
    }
  }
}
