package eu.passage.schemas.ids;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Deterministic ids: the same parts give the same id on every machine and after every restart, so
 * that a replay produces the same record again and never a second one.
 */
public final class Ids {

  /** 128 bits: no collision is to be expected among 10^15 records. */
  private static final int BYTES = 16;

  private Ids() {}

  /**
   * An id such as {@code passage-1f0a…}: the kind, and 32 hexadecimal digits of the SHA-256 of kind
   * and parts. Parts are length-prefixed, so that ("ab", "c") and ("a", "bc") differ.
   */
  public static String of(String kind, String... parts) {
    MessageDigest digest = sha256();
    update(digest, kind);
    for (String part : parts) {
      update(digest, part);
    }
    return kind + "-" + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  /** The SHA-256 of some bytes as 64 lower-case hexadecimal digits. */
  public static String sha256Hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /**
   * The SHA-256 of some texts as 64 lower-case hexadecimal digits: each as UTF-8 behind its length
   * of four bytes, the highest first.
   */
  public static String sha256Hex(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      update(digest, part);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    int n = bytes.length;
    digest.update(new byte[] {(byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n});
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
