package eu.passage.recognition.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.recognition.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedModelsTest {

  @Test
  void usersShareOneSetUntilTheLastHasGone() {
    SharedModels.Lease first = SharedModels.acquire(Samples.models());
    SharedModels.Lease second = SharedModels.acquire(Samples.models());
    assertThat(second.models()).isSameAs(first.models());
    assertThat(SharedModels.users(Samples.models())).isEqualTo(2);
    first.close();
    first.close();
    assertThat(SharedModels.users(Samples.models())).isEqualTo(1);
    assertThat(bright(second)).isEqualTo(0.9f);
    second.close();
    assertThat(SharedModels.users(Samples.models())).isZero();
    try (SharedModels.Lease again = SharedModels.acquire(Samples.models())) {
      assertThat(again.models()).isNotSameAs(first.models());
      assertThat(bright(again)).isEqualTo(0.9f);
    }
  }

  @Test
  void manyThreadsEachWithANetOfTheirOwnGetTheirOwnAnswers() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (SharedModels.Lease lease = SharedModels.acquire(Samples.models())) {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        boolean light = thread % 2 == 0;
        answers.add(threads.submit(() -> alwaysAnswers(lease, light)));
      }
      for (Future<Boolean> answer : answers) {
        assertThat(answer.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theVersionNamesAllThree() {
    try (SharedModels.Lease lease = SharedModels.acquire(Samples.models())) {
      assertThat(lease.models().version()).isEqualTo("test/test/test");
    }
  }

  @Test
  void aMissingFolderIsNamedAndSoIsWhatBelongsThere(@TempDir Path folder) {
    refuses(folder, "detector/model.json", "detector/, reader/ and attributes/");
  }

  @Test
  void aDescriptorWithoutARequiredKeyIsNamed(@TempDir Path folder) throws IOException {
    edit(folder, "reader", "\"version\"", "\"vversion\"");
    refuses(folder, "reader/model.json", "'version' is missing");
  }

  @Test
  void aDescriptorWithoutThresholdsIsRefused(@TempDir Path folder) throws IOException {
    edit(folder, "detector", "\"plate\"", "\"plaque\"");
    refuses(folder, "detector/model.json", "scoreThreshold.plate");
  }

  @Test
  void aModelThatIsNotWhatItsDescriptorSaysIsRefused(@TempDir Path folder) throws IOException {
    edit(folder, "reader", "\"OTHER\"", "\"OTHER\", \"NL\"");
    refuses(folder, "'reader'", "one number for each of countries");
  }

  @Test
  void aDamagedModelFileIsRefused(@TempDir Path folder) throws IOException {
    copy(folder);
    Files.write(folder.resolve("attributes/attributes.pt"), new byte[] {1, 2, 3});
    refuses(folder, "'attributes'", "attributes.pt");
  }

  private static boolean alwaysAnswers(SharedModels.Lease lease, boolean light) {
    try (TorchModel.Net net = lease.models().detector().newNet()) {
      ByteBuffer input = net.newInput(2);
      for (int i = 0; light && i < input.capacity(); i++) {
        input.put(i, (byte) 200);
      }
      for (int run = 0; run < 50; run++) {
        if (net.run(input, 2).get(0)[4] != (light ? 0.9f : 0f)) {
          return false;
        }
      }
      return true;
    }
  }

  private static float bright(SharedModels.Lease lease) {
    try (TorchModel.Net net = lease.models().detector().newNet()) {
      ByteBuffer input = net.newInput(1);
      for (int i = 0; i < input.capacity(); i++) {
        input.put(i, (byte) 200);
      }
      return net.run(input, 1).get(0)[4];
    }
  }

  private static void refuses(Path folder, String... words) {
    ModelSource source = ModelSource.folder(folder);
    assertThatThrownBy(() -> SharedModels.acquire(source).close())
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll(words);
    assertThat(SharedModels.users(source)).isZero();
  }

  private static void edit(Path folder, String model, String from, String to) throws IOException {
    copy(folder);
    Path descriptor = folder.resolve(model).resolve("model.json");
    String text = Files.readString(descriptor);
    assertThat(text).contains(from);
    Files.writeString(descriptor, text.replace(from, to));
  }

  private static void copy(Path folder) throws IOException {
    Path from = Path.of(String.valueOf(Samples.models().folder()));
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = folder.resolve(from.relativize(file).toString());
        if (!Files.isDirectory(target)) {
          Files.copy(file, target);
        }
      }
    }
  }
}
