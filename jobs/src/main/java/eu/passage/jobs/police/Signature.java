package eu.passage.jobs.police;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves to a receiver who sent a body and when: {@code t=1764180000,v1=5257a8…}, v1 being the
 * HMAC-SHA256 of t, a dot and the body. A receiver compares it, and refuses what is old.
 */
final class Signature {

  /** Of the HTTP request. */
  static final String HEADER = "Passage-Signature";

  /** As many bytes as the digest has: RFC 2104 advises against fewer. */
  private static final int LEAST_SECRET_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private Signature(byte[] secret) {
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  /**
   * With the secret that a file holds; spaces and line ends around it do not count.
   *
   * @throws IllegalArgumentException when the secret is too short
   */
  static Signature withSecretOf(Path file) throws IOException {
    byte[] secret =
        Files.readString(file, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
    if (secret.length < LEAST_SECRET_BYTES) {
      throw new IllegalArgumentException(
          "%s holds a secret of %d bytes; at least %d are needed (openssl rand -hex 32)"
              .formatted(file, secret.length, LEAST_SECRET_BYTES));
    }
    return new Signature(secret);
  }

  /** The header for a body that is sent at a moment. */
  String of(byte[] body, Instant at) {
    long seconds = at.getEpochSecond();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "t=%d,v1=%s".formatted(seconds, HexFormat.of().formatHex(mac.doFinal(body)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
