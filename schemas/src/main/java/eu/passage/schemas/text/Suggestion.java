package eu.passage.schemas.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The word that somebody probably meant. */
public final class Suggestion {

  private Suggestion() {}

  /**
   * {@code " (did you mean 'idleness'?)"}, or nothing when no word is near: at most two fifths of
   * the letters may differ, upper and lower case and separators set aside.
   */
  public static String of(String written, Collection<String> allowed) {
    String plain = plain(written);
    return allowed.stream()
        .min(Comparator.comparingInt(word -> distance(plain, plain(word))))
        .filter(word -> distance(plain, plain(word)) * 5 <= plain.length() * 2)
        .map(" (did you mean '%s'?)"::formatted)
        .orElse("");
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}]", "");
  }

  /** Levenshtein's distance: insertions, deletions and replacements of one letter. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
