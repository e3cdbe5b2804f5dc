package eu.passage.jobs.config;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A database in PostgreSQL.
 *
 * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE} and what else its driver knows
 * @param user whom the database knows
 * @param password where the password stands, {@code env:NAME} or {@code file:PATH}, read where and
 *     when it is needed; null: the database asks for none
 * @param schema that the tables are in; null: {@value #SCHEMA}
 */
public record DatabaseSettings(
    String url, String user, @Nullable String password, @Nullable String schema)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Where tables are unless somebody says otherwise. */
  public static final String SCHEMA = "passage";

  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
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
    if (schema != null) {
      InvalidValueException.require(
          NAME.matcher(schema).matches(),
          "schema",
          schema,
          "a name of small letters, digits and underscores");
    }
  }

  /** With the usual schema. */
  public DatabaseSettings(String url, String user, @Nullable String password) {
    this(url, user, password, null);
  }

  /** The same database with other tables. */
  public DatabaseSettings in(String otherSchema) {
    return new DatabaseSettings(url, user, password, otherSchema);
  }

  /** The name of the schema. */
  public String schemaName() {
    return schema == null ? SCHEMA : schema;
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
