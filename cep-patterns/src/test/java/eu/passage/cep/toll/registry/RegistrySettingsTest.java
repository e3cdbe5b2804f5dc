package eu.passage.cep.toll.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.cep.toll.registry.RegistrySettings.Http;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://registry.example/api",
        "http://localhost:8080",
        "http://127.0.0.1:8080/",
        "http://[::1]:8080"
      })
  void platesTravelEncryptedOrNotAtAll(String base) {
    assertThatCode(() -> at(base)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://registry.example",
        "http://127.0.0.1.example:80",
        "http://localhost.example",
        "ftp://localhost",
        "localhost:8080",
        "https://user:secret@registry.example",
        "https://registry.example?key=secret"
      })
  void anotherAddressIsRefusedAndNoSecretIsRepeated(String base) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> at(base))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret@", "key="));
  }

  @Test
  void aBoundThatIsNoneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RegistrySettings.File("vehicles.csv", Duration.ZERO))
        .withMessageContaining("every must be longer than 0");
  }

  @Test
  void settingsTravelToWhereTheyAreUsed() throws Exception {
    RegistrySettings http = at("https://registry.example/api");

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(http);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(http);
    }
  }

  @Test
  void aTokenIsOneWordOfAFileAndNeverInAMessage(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "abc.def-1\n");
    BearerToken token = new BearerToken.InFile(file.toString());
    assertThat(token.read()).contains("abc.def-1");

    Files.writeString(file, "abc\ndef");
    assertThatThrownBy(token::read)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageNotContaining("abc\ndef");
    assertThatThrownBy(new BearerToken.Variable("PASSAGE_NO_SUCH_VARIABLE")::read)
        .hasMessage("the environment has no variable PASSAGE_NO_SUCH_VARIABLE");
    assertThat(new BearerToken.None().read()).isEmpty();
  }

  private static Http at(String base) {
    return Http.at(URI.create(base), new BearerToken.None());
  }
}
