package eu.passage.jobs.backtest.input;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What words stand for, looked up by their bytes: no String is made for a field that has one of few
 * values. Open addressing, at most half full.
 */
final class WordTable<T> {

  private final boolean anyCase;
  private final byte[][] words;
  private final Object[] values;

  private WordTable(Map<String, T> meanings, boolean anyCase) {
    this.anyCase = anyCase;
    int size = Integer.highestOneBit(Math.max(1, meanings.size())) << 2;
    words = new byte[size][];
    values = new Object[size];
    meanings.forEach(
        (word, value) -> {
          byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
          int slot = slot(bytes, 0, bytes.length);
          words[slot] = bytes;
          values[slot] = value;
        });
  }

  /** Words that must be written as they are. */
  static <T> WordTable<T> exact(Map<String, T> meanings) {
    return new WordTable<>(meanings, false);
  }

  /** Words whose letters A to Z may be written small. */
  static <T> WordTable<T> anyCase(Map<String, T> meanings) {
    return new WordTable<>(meanings, true);
  }

  /** What the bytes of a buffer stand for, or null when they are none of the words. */
  @SuppressWarnings("unchecked")
  @Nullable T find(byte[] buffer, int from, int to) {
    return (T) values[slot(buffer, from, to)];
  }

  /** Where the word is, or the free place where it would be. */
  private int slot(byte[] buffer, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + fold(buffer[i]);
    }
    int slot = (hash ^ hash >>> 15) & (words.length - 1);
    while (words[slot] != null && !same(words[slot], buffer, from, to)) {
      slot = (slot + 1) & (words.length - 1);
    }
    return slot;
  }

  private boolean same(byte[] word, byte[] buffer, int from, int to) {
    if (word.length != to - from) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (fold(word[i]) != fold(buffer[from + i])) {
        return false;
      }
    }
    return true;
  }

  private int fold(byte letter) {
    return anyCase && letter >= 'a' && letter <= 'z' ? letter - ('a' - 'A') : letter;
  }
}
