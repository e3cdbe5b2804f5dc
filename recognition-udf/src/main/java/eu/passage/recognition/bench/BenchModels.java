package eu.passage.recognition.bench;

import eu.passage.recognition.model.ModelDescriptor;
import eu.passage.recognition.model.ModelSource;
import eu.passage.schemas.ids.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The models as files, which is how the yardsticks want them. */
public final class BenchModels {

  private static final String ONNX = "/eu/passage/recognition/bench/";

  private final ModelSource source;
  private final Path work;

  /**
   * @param work an empty folder for copies
   */
  public BenchModels(ModelSource source, Path work) {
    this.source = source;
    this.work = work;
  }

  ModelDescriptor descriptor(String name) {
    return source.descriptor(name);
  }

  /** The fp32 file. */
  Path torchScript(String name) {
    return copy(name + ".pt", read(name));
  }

  /** The same net for ONNX Runtime, made from exactly that file. */
  Path onnx(String name) {
    String madeFrom = Ids.sha256Hex(read(name));
    try (InputStream in = BenchModels.class.getResourceAsStream(ONNX + name + ".onnx");
        InputStream told = BenchModels.class.getResourceAsStream(ONNX + name + ".madeFrom")) {
      if (in == null
          || told == null
          || !new String(told.readAllBytes(), StandardCharsets.US_ASCII).strip().equals(madeFrom)) {
        throw new MissingOnnxException(
            "%s.onnx was not made from this %s.pt; make it with training/export_onnx"
                .formatted(name, name));
      }
      return copy(name + ".onnx", in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] read(String name) {
    try (InputStream in = source.open(name, descriptor(name).file())) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path copy(String name, byte[] content) {
    try {
      return Files.write(work.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
