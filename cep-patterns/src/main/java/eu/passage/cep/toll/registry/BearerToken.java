package eu.passage.cep.toll.registry;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the secret is that a registry asks for. The secret itself is in no setting. */
public sealed interface BearerToken extends Serializable {

  /** The registry asks for none. */
  record None() implements BearerToken {}

  /** In a variable of the environment. */
  record Variable(String name) implements BearerToken {}

  /** In a file, alone; read again when the registry refuses what it held. */
  record InFile(String path) implements BearerToken {}

  /**
   * The secret as it is now; empty where none is asked for.
   *
   * @throws IOException where it is not where it should be
   */
  default Optional<String> read() throws IOException {
    if (this instanceof Variable variable) {
      String secret = System.getenv(variable.name());
      if (secret == null || secret.isBlank()) {
        throw new IOException("the environment has no variable " + variable.name());
      }
      return Optional.of(secret.strip());
    } else if (this instanceof InFile file) {
      String secret = Files.readString(Path.of(file.path())).strip();
      if (secret.isEmpty()) {
        throw new IOException(file.path() + " is empty; it must hold the token");
      }
      return Optional.of(secret);
    }
    return Optional.empty();
  }
}
