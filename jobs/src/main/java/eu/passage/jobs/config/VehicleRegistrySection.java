package eu.passage.jobs.config;

import eu.passage.cep.toll.registry.BearerToken;
import eu.passage.cep.toll.registry.RegistrySettings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where facts of vehicles are looked up: one of a file and an address.
 *
 * @param file a CSV file of vehicles, as {@code VehicleFile} tells; null: an address
 * @param http the address of a registry; null: a file
 * @param token where the registry's bearer token stands, {@code env:NAME} or {@code file:PATH};
 *     null: it asks for none
 */
public record VehicleRegistrySection(
    @Nullable String file, @Nullable URI http, @Nullable String token) {

  private static final Duration LOOK_AT_FILE_EVERY = Duration.ofMinutes(1);
  private static final String ENV = "env:";
  private static final String FILE = "file:";

  public VehicleRegistrySection {
    InvalidValueException.require(
        (file == null) != (http == null),
        "file",
        String.valueOf(file),
        "either file or http, and not both");
    InvalidValueException.require(
        token == null || token.startsWith(ENV) || token.startsWith(FILE),
        "token",
        String.valueOf(token),
        "env:NAME or file:PATH: the secret itself does not belong here");
    settings(file, http, token);
  }

  /** As the module takes them. */
  RegistrySettings settings() {
    return settings(file, http, token);
  }

  private static RegistrySettings settings(
      @Nullable String file, @Nullable URI http, @Nullable String token) {
    if (file != null) {
      return new RegistrySettings.File(file, LOOK_AT_FILE_EVERY);
    }
    return http == null
        ? new RegistrySettings.None()
        : RegistrySettings.Http.at(http, bearer(token));
  }

  private static BearerToken bearer(@Nullable String token) {
    if (token == null) {
      return new BearerToken.None();
    }
    return token.startsWith(ENV)
        ? new BearerToken.Variable(token.substring(ENV.length()))
        : new BearerToken.InFile(token.substring(FILE.length()));
  }
}
