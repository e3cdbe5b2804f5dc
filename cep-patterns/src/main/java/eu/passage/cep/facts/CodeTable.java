package eu.passage.cep.facts;

import java.util.Arrays;

/** Codes and a number for each, looked up without an object: open addressing, at most half full. */
public final class CodeTable {

  /** What {@link #get} says of a code that is not there. */
  public static final int ABSENT = -1;

  private final long[] codes;
  private final int[] values;
  private final int mask;

  /** Room for so many codes. */
  public CodeTable(int most) {
    int size = Integer.highestOneBit(Math.max(1, most)) << 2;
    codes = new long[size];
    values = new int[size];
    mask = size - 1;
    Arrays.fill(values, ABSENT);
  }

  /** A set: every code has the number 0. */
  public static CodeTable setOf(long... codes) {
    CodeTable table = new CodeTable(codes.length);
    for (long code : codes) {
      table.put(code, 0);
    }
    return table;
  }

  /**
   * Gives a code a number.
   *
   * @param value 0 or more
   * @return what stood there before, or {@link #ABSENT}
   */
  public int put(long code, int value) {
    int slot = slot(code);
    int old = values[slot];
    codes[slot] = code;
    values[slot] = value;
    return old;
  }

  /** The code's number, or {@link #ABSENT}. */
  public int get(long code) {
    return values[slot(code)];
  }

  public boolean has(long code) {
    return get(code) != ABSENT;
  }

  private int slot(long code) {
    int slot = (int) ((code * 0x9e3779b97f4a7c15L) >>> 32) & mask;
    while (values[slot] != ABSENT && codes[slot] != code) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
