package eu.passage.cep.toll.reconcile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys of reports, Ed25519 (RFC 8032), in files as openssl writes them: {@code openssl genpkey
 * -algorithm ed25519 -out report.key} and {@code openssl pkey -in report.key -pubout -out
 * report.pub}.
 */
public final class ReportKeys {

  static final String ALGORITHM = "Ed25519";

  private static final String SECRET = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";

  private ReportKeys() {}

  /**
   * Makes a pair of keys. The secret one may be read by nobody but the file's owner.
   *
   * @throws java.nio.file.FileAlreadyExistsException when one of the files is there: reports that
   *     were signed by it could no longer be verified
   */
  public static void make(Path secret, Path open) throws IOException {
    KeyPair pair;
    try {
      pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 15 and later have Ed25519", e);
    }
    if (Files.exists(open)) {
      throw new FileAlreadyExistsException(open.toString());
    }
    write(secret, SECRET, pair.getPrivate(), "rw-------");
    write(open, PUBLIC, pair.getPublic(), "rw-r--r--");
  }

  /** With its rights from the first byte on. */
  private static void write(Path file, String title, Key key, String rights) throws IOException {
    String pem =
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
            .formatted(title, Base64.getEncoder().encodeToString(key.getEncoded()));
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(rights);
    try (WritableByteChannel out =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
            PosixFilePermissions.asFileAttribute(permissions))) {
      ByteBuffer bytes = ByteBuffer.wrap(pem.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    }
  }

  /** The secret key that signs. */
  public static PrivateKey privateKey(Path file) throws IOException {
    byte[] encoded = pem(file, SECRET);
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw noKey(file, SECRET);
    }
  }

  /** The public key that verifies. */
  public static PublicKey publicKey(Path file) throws IOException {
    byte[] encoded = pem(file, PUBLIC);
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw noKey(file, PUBLIC);
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
