package eu.passage.jobs.config;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database in PostgreSQL.
 *
 * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE} and what else its driver knows
 * @param user whom the database knows
 * @param password where the password stands, {@code env:NAME} or {@code file:PATH}, read where and
 *     when it is needed; null: the database asks for none
 */
public record DatabaseSettings(String url, String user, @Nullable String password)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String PROTOCOL = "jdbc:postgresql://";
  private static final String ENVIRONMENT = "env:";
  private static final String FILE = "file:";

  public DatabaseSettings {
    InvalidValueException.require(
        url.startsWith(PROTOCOL), "url", url, "jdbc:postgresql://HOST:PORT/DATABASE");
    InvalidValueException.require(
        !url.toLowerCase(Locale.ROOT).contains("password="),
        "url",
        url.replaceAll("(?i)(password=)[^&]*", "$1…"),
        "no password here but where it stands, under password");
    InvalidValueException.require(!user.isBlank(), "user", user, "a name");
    if (password != null) {
      boolean reference = pointsAt(ENVIRONMENT, password) || pointsAt(FILE, password);
      // what stands here may be the secret itself: it is not told
      InvalidValueException.require(
          reference, "password", "…", "where it stands: env:NAME or file:PATH");
    }
  }

  private static boolean pointsAt(String kind, String password) {
    return password.startsWith(kind) && password.length() > kind.length();
  }

  /** What a person types to look into it. */
  public String psql() {
    String place = url.substring(PROTOCOL.length()).replaceAll("\\?.*", "");
    return "psql postgresql://%s@%s".formatted(user, place);
  }

  /**
   * The password, read now.
   *
   * @throws ConfigException when it is not where it should be
   */
  public Optional<String> readPassword() {
    if (password == null) {
      return Optional.empty();
    }
    if (password.startsWith(ENVIRONMENT)) {
      String name = password.substring(ENVIRONMENT.length());
      String value = System.getenv(name);
      if (value == null) {
        throw new ConfigException(
            "database.password: the environment has no variable '%s'".formatted(name));
      }
      return Optional.of(value);
    }
    String file = password.substring(FILE.length());
    try {
      return Optional.of(Files.readString(Path.of(file)).strip());
    } catch (IOException | InvalidPathException e) {
      throw new ConfigException(
          "database.password: %s cannot be read (%s)".formatted(file, e.getMessage()), e);
    }
  }
}
