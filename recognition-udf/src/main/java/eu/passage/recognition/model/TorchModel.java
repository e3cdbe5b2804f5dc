package eu.passage.recognition.model;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/**
 * One TorchScript model in memory, for as many users as there are; each makes a {@link Net} of its
 * own. Closed after its last net.
 */
public final class TorchModel implements AutoCloseable {

  private static final String ENGINE = "PyTorch";

  static {
    DjlDefaults.set();
  }

  private final ModelDescriptor descriptor;
  private final String version;
  private final Model model;

  private TorchModel(ModelDescriptor descriptor, String version, Model model) {
    this.descriptor = descriptor;
    this.version = version;
    this.model = model;
  }

  /**
   * @param directory detector, reader or attributes
   * @throws ModelException when the directory is incomplete or its model cannot be loaded
   */
  static TorchModel load(ModelSource source, String directory) {
    ModelDescriptor descriptor = ModelDescriptor.read(source, directory);
    Device device = source.compute().device().device(Engine.getEngine(ENGINE));
    ModelFile file = ModelFile.choose(source, directory, descriptor, device);
    Model model = Model.newInstance(directory, device, ENGINE);
    try (InputStream in = new ByteArrayInputStream(file.content())) {
      model.load(in, Map.of("mapLocation", "true"));
      return new TorchModel(descriptor, file.version(), model);
    } catch (IOException | MalformedModelException | RuntimeException e) {
      model.close();
      throw new ModelException(
          "model '%s' of %s cannot be loaded from %s: %s"
              .formatted(directory, source, descriptor.file(), e.getMessage()),
          e);
    }
  }

  /** What its model.json says. */
  public ModelDescriptor descriptor() {
    return descriptor;
  }

  /** As observations carry it: the descriptor's, and what numbers it calculates in. */
  public String version() {
    return version;
  }

  /** A user's own way into the model; not to be shared between threads. */
  public Net newNet() {
    return new Net(this);
  }

  @Override
  public void close() {
    model.close();
  }

  /** Runs batches through the model for one thread. */
  public static final class Net implements AutoCloseable {

    private final ModelDescriptor descriptor;
    private final NDManager manager;
    private final Predictor<NDList, NDList> predictor;

    private Net(TorchModel model) {
      descriptor = model.descriptor;
      manager = model.model.getNDManager().newSubManager();
      predictor = model.model.newPredictor(new NoopTranslator());
    }

    /** What the model's model.json says. */
    public ModelDescriptor descriptor() {
      return descriptor;
    }

    /** A direct buffer for so many samples; it may be used for many runs. */
    public ByteBuffer newInput(int samples) {
      return ByteBuffer.allocateDirect(samples * descriptor.input().bytes())
          .order(ByteOrder.nativeOrder());
    }

    /**
     * Runs the first samples of a buffer made by {@link #newInput} as one batch.
     *
     * @return the model's outputs in order, each flat in rows, the sample first
     */
    public List<float[]> run(ByteBuffer input, int samples) {
      ModelDescriptor.Input one = descriptor.input();
      Shape shape = new Shape(samples, one.height(), one.width(), one.channels());
      ByteBuffer part = input.duplicate().position(0).limit(samples * one.bytes());
      try (NDManager call = manager.newSubManager()) {
        NDArray batch = call.create(part, shape, DataType.UINT8);
        NDList outputs = predictor.predict(new NDList(batch));
        outputs.attach(call);
        return outputs.stream().map(NDArray::toFloatArray).toList();
      } catch (TranslateException e) {
        throw new ModelException(
            "model '%s' failed on a batch of %s: %s"
                .formatted(descriptor.name(), shape, e.getMessage()),
            e);
      }
    }

    @Override
    public void close() {
      predictor.close();
      manager.close();
    }
  }
}
