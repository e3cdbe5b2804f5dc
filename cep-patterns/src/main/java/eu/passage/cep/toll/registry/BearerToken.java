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
      if (secret == null) {
        throw new IOException("the environment has no variable " + variable.name());
      }
      return Optional.of(checked(secret, "the variable " + variable.name()));
    } else if (this instanceof InFile file) {
      return Optional.of(checked(Files.readString(Path.of(file.path())), file.path()));
    }
    return Optional.empty();
  }

  /** Never with the secret in the message. */
  private static String checked(String held, String where) throws IOException {
    String secret = held.strip();
    if (secret.isEmpty() || !secret.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IOException(where + " must hold the token alone: one word of ASCII characters");
    }
    return secret;
  }
}
