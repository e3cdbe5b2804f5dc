package eu.passage.recognition.image;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder, on a disk or a web server, beneath which pictures may be fetched. */
record AllowedPlace(String scheme, @Nullable String host, int port, String path) {

  private static final Set<String> SCHEMES = Set.of("file", "http", "https");

  /**
   * @throws IllegalArgumentException when it is no file:, http: or https: URI that ends in "/"
   */
  static AllowedPlace parse(String place) {
    URI uri = URI.create(place).normalize();
    if (uri.getScheme() == null
        || !SCHEMES.contains(uri.getScheme())
        || uri.getPath() == null
        || !uri.getPath().endsWith("/")) {
      throw new IllegalArgumentException(
          "'%s' is no place to fetch pictures from: give a file:, http: or https: URI that ends in '/'"
              .formatted(place));
    }
    return new AllowedPlace(uri.getScheme(), uri.getHost(), uri.getPort(), uri.getPath());
  }

  /** Whether a normalised URI lies beneath this place. */
  boolean holds(URI uri) {
    return scheme.equals(uri.getScheme())
        && Objects.equals(host, uri.getHost())
        && port == uri.getPort()
        && uri.getPath() != null
        && uri.getPath().startsWith(path)
        && !uri.getPath().contains("..");
  }
}
