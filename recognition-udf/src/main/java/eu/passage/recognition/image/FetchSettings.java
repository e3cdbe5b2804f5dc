package eu.passage.recognition.image;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * From where pictures sent by reference may be fetched.
 *
 * @param allowed places such as {@code http://10.0.0.7/snapshots/} or {@code file:/srv/frames/}; a
 *     reference must have the scheme, host and port of one of them and a path beneath its path.
 *     None by default: then every picture must travel inline
 * @param timeout for the whole of one fetch
 */
public record FetchSettings(List<String> allowed, Duration timeout) implements Serializable {

  public static final FetchSettings NONE = new FetchSettings(List.of(), Duration.ofSeconds(2));

  /**
   * @throws IllegalArgumentException when a place is no file:, http: or https: URI that ends in
   *     "/", or the time-out is not positive
   */
  public FetchSettings {
    allowed = List.copyOf(allowed);
    allowed.forEach(AllowedPlace::parse);
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("the fetch time-out must be positive, not " + timeout);
    }
  }
}
