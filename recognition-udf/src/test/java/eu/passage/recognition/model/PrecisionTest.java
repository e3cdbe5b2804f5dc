package eu.passage.recognition.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import eu.passage.recognition.Samples;
import eu.passage.schemas.ids.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test models with second files for the detector: they need not differ to be told apart. */
class PrecisionTest {

  @TempDir private Path folder;
  private ModelSource source = ModelSource.SHIPPED;

  @BeforeEach
  void modelsWhoseDetectorHasThreeFiles() throws IOException {
    Path from = Path.of(String.valueOf(Samples.models().folder()));
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    Path original = folder.resolve("detector/detector.pt");
    Files.copy(original, folder.resolve("detector/light.pt"));
    Files.copy(original, folder.resolve("detector/bytes.pt"));
    describe(Ids.sha256Hex(Files.readAllBytes(original)));
    source = ModelSource.folder(folder);
  }

  @Test
  void theProcessorSettlesWhichFileRuns() {
    String expected = Processor.multipliesBf16() ? "test+bf16/test/test" : "test/test/test";
    assertThat(version(Precision.AUTO)).isEqualTo(expected);
  }

  @Test
  void the8BitFileRunsOnlyWhereItIsAskedForAndThere() {
    assumeThat(Processor.multipliesInt8()).isTrue();
    assertThat(version(Precision.INT8)).isEqualTo("test+int8/test/test");
    assertThat(version(Precision.AUTO)).doesNotContain("int8");
  }

  @Test
  void aModelWithoutAn8BitFileRunsAsTheProcessorSettles() throws IOException {
    assumeThat(Processor.multipliesInt8()).isTrue();
    Path descriptor = folder.resolve("detector/model.json");
    Files.writeString(
        descriptor, Files.readString(descriptor).replaceFirst("\"int8\"", "\"other\""));
    assertThat(version(Precision.INT8)).isEqualTo(version(Precision.AUTO));
  }

  @Test
  void aProcessorThatCannotDoWhatIsAskedForIsNamed() {
    assumeThat(Processor.multipliesInt8()).isFalse();
    assertThatThrownBy(() -> version(Precision.INT8))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll("avx512_vnni", "AUTO or FP32");
  }

  @Test
  void with32BitNumbersTheSecondFileIsNotUsed() {
    assertThat(version(Precision.FP32)).isEqualTo("test/test/test");
  }

  @Test
  void aModelWithoutASecondFileIsRefusedWhenBfloat16IsAskedFor() {
    assumeThat(Processor.multipliesBf16()).isTrue();
    assertThatThrownBy(() -> version(Precision.BF16))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll("'reader'", "no bfloat16 file", "training/lighten");
  }

  @Test
  void aSecondFileThatWasMadeFromAnotherModelIsRefused() throws IOException {
    assumeThat(Processor.multipliesBf16()).isTrue();
    describe(Ids.sha256Hex(new byte[] {1}));
    assertThatThrownBy(() -> version(Precision.AUTO))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll("'detector'", "light.pt", "another detector.pt");
    assumeThat(Processor.multipliesInt8()).isTrue();
    assertThatThrownBy(() -> version(Precision.INT8))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll("'detector'", "bytes.pt", "another detector.pt");
  }

  @Test
  void aGpuThatIsNotThereIsNamedAndSoIsWhatIsMissing() {
    ModelSource onGpu = source.with(new Compute(Precision.FP32, DeviceChoice.GPU));
    assertThatThrownBy(() -> SharedModels.acquire(onGpu).close())
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll("GPU", "native library for CUDA");
  }

  @Test
  void aProcessorIsKnownByItsFlags(@TempDir Path machine) throws IOException {
    assertThat(bf16(machine, "flags\t\t: fpu avx512_vnni avx512_bf16 clzero")).isTrue();
    assertThat(bf16(machine, "flags\t\t: fpu amx_bf16")).isTrue();
    assertThat(bf16(machine, "flags\t\t: fpu avx512f avx512_vnni")).isFalse();
    assertThat(bf16(machine, "Features\t: fp asimd bf16")).isFalse();
    assertThat(Processor.multipliesBf16(machine.resolve("missing"))).isFalse();
    assertThat(int8(machine, "flags\t\t: fpu avx512f avx512_vnni")).isTrue();
    assertThat(int8(machine, "flags\t\t: fpu avx2 avx_vnni")).isFalse();
  }

  private static boolean int8(Path machine, String line) throws IOException {
    Path info = Files.writeString(machine.resolve("cpuinfo"), "processor\t: 0\n" + line + "\n");
    return Processor.multipliesInt8(info);
  }

  private static boolean bf16(Path machine, String line) throws IOException {
    Path info = Files.writeString(machine.resolve("cpuinfo"), "processor\t: 0\n" + line + "\n");
    return Processor.multipliesBf16(info);
  }

  private String version(Precision precision) {
    ModelSource wanted = source.with(new Compute(precision, DeviceChoice.CPU));
    try (SharedModels.Lease lease = SharedModels.acquire(wanted)) {
      return lease.models().version();
    }
  }

  private void describe(String madeFrom) throws IOException {
    Path descriptor = folder.resolve("detector/model.json");
    String text =
        Files.readString(
            Path.of(String.valueOf(Samples.models().folder()), "detector", "model.json"));
    Files.writeString(
        descriptor,
        text.replaceFirst(
            "\"file\"",
            "\"bf16\": {\"file\": \"light.pt\", \"madeFrom\": \"%s\"}, \"int8\": {\"file\": \"bytes.pt\", \"madeFrom\": \"%s\"}, \"file\""
                .formatted(madeFrom, madeFrom)));
  }
}
