package eu.passage.recognition.model;

import ai.djl.Device;
import eu.passage.schemas.ids.Ids;
import java.io.IOException;
import java.io.InputStream;

/**
 * The TorchScript file of a model directory that a machine runs.
 *
 * @param content the file
 * @param version of the model, with "+bf16" where the file calculates in bfloat16: its answers
 *     differ in the last digits
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record ModelFile(byte[] content, String version) {

  /**
   * Chooses the file by what is asked for and what the machine can do.
   *
   * @throws ModelException when the directory is incomplete, its files do not belong together, or
   *     the machine cannot do what is asked for
   */
  static ModelFile choose(
      ModelSource source, String directory, ModelDescriptor descriptor, Device device) {
    byte[] original = read(source, directory, descriptor.file());
    ModelDescriptor.Bf16 light = descriptor.bf16();
    if (light == null && source.compute().precision() == Precision.BF16) {
      throw new ModelException(
          "model '%s' of %s has no bfloat16 file; make one with training/lighten, or set precision to AUTO or FP32"
              .formatted(directory, source));
    }
    if (light == null || !inBf16(source, device)) {
      return new ModelFile(original, descriptor.version());
    }
    if (!Ids.sha256Hex(original).equals(light.madeFrom())) {
      throw new ModelException(
          "model '%s' of %s: %s was made from another %s than the one beside it; make it anew with training/lighten"
              .formatted(directory, source, light.file(), descriptor.file()));
    }
    return new ModelFile(read(source, directory, light.file()), descriptor.version() + "+bf16");
  }

  private static boolean inBf16(ModelSource source, Device device) {
    return switch (source.compute().precision()) {
      case FP32 -> false;
      case AUTO -> !device.isGpu() && Processor.multipliesBf16();
      case BF16 -> {
        if (!device.isGpu() && !Processor.multipliesBf16()) {
          throw new ModelException(
              "this machine's processor does not multiply bfloat16 numbers (neither avx512_bf16 nor amx_bf16 in /proc/cpuinfo); set precision to AUTO or FP32");
        }
        yield true;
      }
    };
  }

  private static byte[] read(ModelSource source, String directory, String file) {
    try (InputStream in = source.open(directory, file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ModelException(
          "model '%s' of %s: %s cannot be read: %s"
              .formatted(directory, source, file, e.getMessage()),
          e);
    }
  }
}
