package eu.passage.cep.toll.registry;

/** Numbers by numbers other than 0, without an object for each: open addressing. */
final class LongTable {

  private static final int FIRST_SIZE = 64;

  /** In percent. More makes looking for what is not there slow. */
  private static final int FULL = 80;

  private long[] keys = new long[FIRST_SIZE];
  private long[] values = new long[FIRST_SIZE];
  private int size;

  /** Gives a key a value where it has none yet. */
  boolean putIfAbsent(long key, long value) {
    int slot = slot(key);
    if (keys[slot] != 0) {
      return false;
    }
    keys[slot] = key;
    values[slot] = value;
    size++;
    if ((long) size * 100 > (long) keys.length * FULL) {
      resize(keys.length * 2);
    }
    return true;
  }

  boolean has(long key) {
    return keys[slot(key)] != 0;
  }

  /** The key's value; 0 where it has none. */
  long get(long key) {
    return values[slot(key)];
  }

  /** Gives back the room that growing took; afterwards it is best left as it is. */
  void trim() {
    resize((int) Math.max(FIRST_SIZE, (long) size * 100 / FULL + 1));
  }

  int size() {
    return size;
  }

  long bytes() {
    return 2L * Long.BYTES * keys.length;
  }

  private void resize(int length) {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[length];
    values = new long[length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  /** Where the key is, or would be. The length need not be a power of two. */
  private int slot(long key) {
    long mixed = key * 0x9e3779b97f4a7c15L;
    mixed ^= mixed >>> 32;
    mixed *= 0x9e3779b97f4a7c15L;
    int slot = (int) (((mixed >>> 32) * keys.length) >>> 32);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 == keys.length ? 0 : slot + 1;
    }
    return slot;
  }
}
