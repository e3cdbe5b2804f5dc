package eu.passage.cep.flink;

import java.util.ArrayList;
import java.util.List;

/**
 * Says of most keys that were never added that they were not, out of two bytes for each that was: a
 * Bloom filter (Bloom 1970) whose bits of a key lie in one word, so that a question costs one look
 * into memory (Putze, Sanders, Singler 2007), and which grows by further, larger layers (Almeida et
 * al. 2007).
 *
 * <p>Nothing can be taken out of it: keys that come and go leave their bits until it is made anew.
 */
final class KeyFilter {

  /** Of the first layer; 128 KiB. */
  private static final int FIRST_WORDS = 1 << 14;

  private static final int GROWTH = 4;

  /** That many keys share a word of 64 bits. */
  private static final int KEYS_PER_WORD = 4;

  private final List<long[]> layers = new ArrayList<>();
  private int room;

  /** Keys may come more than once. */
  void add(long key) {
    if (mayContain(key)) {
      return;
    }
    if (room == 0) {
      int words = layers.isEmpty() ? FIRST_WORDS : layers.get(layers.size() - 1).length * GROWTH;
      layers.add(new long[words]);
      room = words * KEYS_PER_WORD;
    }
    long mixed = mix(key);
    long[] layer = layers.get(layers.size() - 1);
    layer[word(layer, mixed)] |= bits(mixed);
    room--;
  }

  /** Whether a key may have been added; surely not, if not. */
  boolean mayContain(long key) {
    long mixed = mix(key);
    long bits = bits(mixed);
    for (int i = layers.size() - 1; i >= 0; i--) {
      long[] layer = layers.get(i);
      if ((layer[word(layer, mixed)] & bits) == bits) {
        return true;
      }
    }
    return false;
  }

  private static int word(long[] layer, long mixed) {
    return (int) mixed & layer.length - 1;
  }

  /** Four of 64, by the upper bits, which do not choose the word. */
  private static long bits(long mixed) {
    return 1L << (mixed >>> 40)
        | 1L << (mixed >>> 46)
        | 1L << (mixed >>> 52)
        | 1L << (mixed >>> 58);
  }

  /** The last steps of MurmurHash3. */
  private static long mix(long key) {
    long mixed = key;
    mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
