package eu.passage.cep.watch;

import java.text.Normalizer;
import java.util.Locale;

/** Names of people, services and functions, which are typed by hand. */
public final class Persons {

  private Persons() {}

  /** Whether both names are one person's: case, blanks and ways to encode a letter set aside. */
  public static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Z}\\p{Cf}]", "");
  }
}
