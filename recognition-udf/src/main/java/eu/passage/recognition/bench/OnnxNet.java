package eu.passage.recognition.bench;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import eu.passage.recognition.model.ModelDescriptor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One net in ONNX Runtime, on one thread, with every optimisation it has of itself. */
final class OnnxNet implements AutoCloseable {

  private final ModelDescriptor descriptor;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final String input;
  private final ByteBuffer buffer;

  OnnxNet(BenchModels models, String name, int maxBatch) {
    descriptor = models.descriptor(name);
    buffer =
        ByteBuffer.allocateDirect(maxBatch * descriptor.input().bytes())
            .order(ByteOrder.nativeOrder());
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      session = environment.createSession(models.onnx(name).toString(), options);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot load " + name, e);
    }
    input = session.getInputNames().iterator().next();
  }

  ModelDescriptor descriptor() {
    return descriptor;
  }

  /** Samples one after another, to be filled before {@link #run}. */
  ByteBuffer buffer() {
    return buffer;
  }

  /** Each output flat, the sample first. */
  List<float[]> run(int samples) {
    ModelDescriptor.Input one = descriptor.input();
    long[] shape = {samples, one.height(), one.width(), one.channels()};
    ByteBuffer part = buffer.duplicate().position(0).limit(samples * one.bytes());
    try (OnnxTensor batch =
            OnnxTensor.createTensor(
                environment, part.order(ByteOrder.nativeOrder()), shape, OnnxJavaType.UINT8);
        OrtSession.Result result = session.run(Map.of(input, batch))) {
      List<float[]> outputs = new ArrayList<>();
      for (int i = 0; i < result.size(); i++) {
        FloatBuffer values = ((OnnxTensor) result.get(i)).getFloatBuffer();
        float[] numbers = new float[values.remaining()];
        values.get(numbers);
        outputs.add(numbers);
      }
      return outputs;
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed on " + descriptor.name(), e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot close " + descriptor.name(), e);
    }
  }
}
