package eu.passage.recognition.model;

import ai.djl.Device;
import eu.passage.schemas.ids.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * The TorchScript file of a model directory that a machine runs.
 *
 * @param content the file
 * @param version of the model, with "+bf16" or "+int8" where the file calculates in such numbers:
 *     its answers differ in the last digits
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
    Precision numbers = numbers(source, directory, descriptor, device);
    ModelDescriptor.Twin twin =
        switch (numbers) {
          case INT8 -> descriptor.int8();
          case BF16 -> descriptor.bf16();
          case AUTO, FP32 -> null;
        };
    if (twin == null) {
      return new ModelFile(original, descriptor.version());
    }
    if (!Ids.sha256Hex(original).equals(twin.madeFrom())) {
      throw new ModelException(
          "model '%s' of %s: %s was made from another %s than the one beside it; make it anew with training/lighten"
              .formatted(directory, source, twin.file(), descriptor.file()));
    }
    String suffix = "+" + numbers.name().toLowerCase(Locale.ROOT);
    return new ModelFile(read(source, directory, twin.file()), descriptor.version() + suffix);
  }

  /** What the model is to calculate in; there is a file for it. */
  private static Precision numbers(
      ModelSource source, String directory, ModelDescriptor descriptor, Device device) {
    Precision asked = source.compute().precision();
    if (asked == Precision.FP32) {
      return Precision.FP32;
    }
    if (asked != Precision.AUTO) {
      require(asked, device);
    }
    if (asked == Precision.INT8 && descriptor.int8() != null) {
      return Precision.INT8;
    }
    if (asked == Precision.BF16 && descriptor.bf16() == null) {
      throw new ModelException(
          "model '%s' of %s has no bfloat16 file; make one with training/lighten, or set precision to AUTO or FP32"
              .formatted(directory, source));
    }
    boolean light = descriptor.bf16() != null && !device.isGpu() && Processor.multipliesBf16();
    return light ? Precision.BF16 : Precision.FP32;
  }

  /**
   * @throws ModelException when the machine cannot calculate in these numbers
   */
  private static void require(Precision asked, Device device) {
    if (device.isGpu()) {
      throw new ModelException(
          "files in %s are for processors; set precision to AUTO or FP32, or device to CPU"
              .formatted(asked));
    }
    if (asked == Precision.BF16 && !Processor.multipliesBf16()) {
      throw new ModelException(
          "this machine's processor does not multiply bfloat16 numbers (neither avx512_bf16 nor amx_bf16 in /proc/cpuinfo); set precision to AUTO or FP32");
    }
    if (asked == Precision.INT8 && !Processor.multipliesInt8()) {
      throw new ModelException(
          "this machine's processor does not multiply 8-bit numbers (no avx512_vnni in /proc/cpuinfo); set precision to AUTO or FP32");
    }
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
