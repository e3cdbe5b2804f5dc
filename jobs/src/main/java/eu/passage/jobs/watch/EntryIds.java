package eu.passage.jobs.watch;

import java.security.SecureRandom;

/** Names of new entries: unique for ever, and short enough to be read out and typed. */
final class EntryIds {

  /** Crockford's: no I, L, O and U, which are misread. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** 60 bits: among a million entries two alike are once in a million. */
  private static final int LENGTH = 12;

  private static final SecureRandom RANDOM = new SecureRandom();

  private EntryIds() {}

  /** Such as {@code W-7F3K2Q0XB9MC}. */
  static String next() {
    StringBuilder id = new StringBuilder("W-");
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
