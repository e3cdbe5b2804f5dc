package eu.passage.cep.toll.registry;

import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** Which vehicle registry is asked, and how. Opened where it is used. */
public sealed interface RegistrySettings extends Serializable {

  /** Opens the registry; the caller closes it. */
  VehicleRegistry open(RegistryMeter meter);

  /** No registry: no vehicle is known. */
  record None() implements RegistrySettings {

    @Override
    public VehicleRegistry open(RegistryMeter meter) {
      return new NoRegistry();
    }
  }

  /**
   * A file, as {@link VehicleFile} describes it.
   *
   * @param path of it
   * @param every how often it is looked at
   */
  record File(String path, Duration every) implements RegistrySettings {

    public File {
      positive("every", every);
    }

    @Override
    public VehicleRegistry open(RegistryMeter meter) {
      return FileRegistry.open(Path.of(path), every, meter);
    }
  }

  /**
   * A registry asked by HTTP: {@code GET base/vehicles/{country}/{plate}}.
   *
   * @param base https, or http on this machine; without user, query and fragment
   * @param token what it wants to see
   * @param connect how long a connection may take
   * @param answer how long an answer may take in all
   * @param mostAsked vehicles asked for at a time; more are not asked
   * @param mostRemembered answers
   * @param known how long facts are remembered
   * @param notKnown how long it is remembered that a vehicle is not known
   * @param failures in a row, after which it is not asked for a while
   * @param spared how long that is
   */
  record Http(
      URI base,
      BearerToken token,
      Duration connect,
      Duration answer,
      int mostAsked,
      int mostRemembered,
      Duration known,
      Duration notKnown,
      int failures,
      Duration spared)
      implements RegistrySettings {

    private static final Pattern THIS_MACHINE =
        Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    public Http {
      checkBase(base);
      positive("connect", connect);
      positive("answer", answer);
      positive("mostAsked", mostAsked);
      positive("mostRemembered", mostRemembered);
      positive("known", known);
      positive("notKnown", notKnown);
      positive("failures", failures);
      positive("spared", spared);
    }

    /** With the usual bounds. */
    public static Http at(URI base, BearerToken token) {
      return new Http(
          base,
          token,
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          64,
          200_000,
          Duration.ofHours(24),
          Duration.ofHours(1),
          5,
          Duration.ofSeconds(30));
    }

    @Override
    public VehicleRegistry open(RegistryMeter meter) {
      return new HttpRegistry(this, meter, System::nanoTime);
    }

    private static void checkBase(URI base) {
      String host = base.getHost() == null ? "" : base.getHost();
      boolean https = "https".equals(base.getScheme());
      boolean here = "http".equals(base.getScheme()) && THIS_MACHINE.matcher(host).matches();
      if (host.isEmpty() || !(https || here)) {
        throw new IllegalArgumentException(
            "a vehicle registry's address is https://host/…, or http://localhost:port/… on this"
                + " machine, not %s://%s".formatted(base.getScheme(), host));
      }
      if (base.getUserInfo() != null || base.getQuery() != null || base.getFragment() != null) {
        throw new IllegalArgumentException(
            "a vehicle registry's address has no user, query or fragment; a secret goes into a"
                + " variable or a file");
      }
    }
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "vehicle registry: %s must be longer than 0, not %s".formatted(name, value));
    }
  }

  private static void positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "vehicle registry: %s must be 1 or more, not %d".formatted(name, value));
    }
  }
}
