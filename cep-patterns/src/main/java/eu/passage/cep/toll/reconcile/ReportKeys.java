package eu.passage.cep.toll.reconcile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys of reports, Ed25519 (RFC 8032), in files as openssl writes them: {@code openssl genpkey
 * -algorithm ed25519 -out report.key} and {@code openssl pkey -in report.key -pubout -out
 * report.pub}.
 */
public final class ReportKeys {

  static final String ALGORITHM = "Ed25519";

  private ReportKeys() {}

  /** The secret key that signs. */
  public static PrivateKey privateKey(Path file) throws IOException {
    byte[] encoded = pem(file, "PRIVATE KEY");
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw noKey(file, "PRIVATE KEY");
    }
  }

  /** The public key that verifies. */
  public static PublicKey publicKey(Path file) throws IOException {
    byte[] encoded = pem(file, "PUBLIC KEY");
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw noKey(file, "PUBLIC KEY");
    }
  }

  private static byte[] pem(Path file, String title) throws IOException {
    Matcher block =
        Pattern.compile("-----BEGIN %s-----([\\sA-Za-z0-9+/=]*)-----END %<s-----".formatted(title))
            .matcher(Files.readString(file, StandardCharsets.US_ASCII));
    if (!block.find()) {
      throw noKey(file, title);
    }
    try {
      return Base64.getMimeDecoder().decode(block.group(1));
    } catch (IllegalArgumentException e) {
      throw noKey(file, title);
    }
  }

  /** Without the cause: it may tell of the key. */
  private static IOException noKey(Path file, String title) {
    return new IOException(
        "%s is no Ed25519 key in PEM; it must hold -----BEGIN %s-----, as openssl writes it"
            .formatted(file, title));
  }
}
