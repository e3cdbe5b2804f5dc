package eu.passage.jobs.archive;

/**
 * Which of a thousand successive numbers were given: a bit for each. So a point's whole life takes
 * 128 bytes for every thousand events.
 */
final class NumberBlock {

  /** Numbers of a block. */
  private static final int SIZE = 1024;

  private NumberBlock() {}

  /** The block that a number is in. */
  static long of(long number) {
    return Math.floorDiv(number, SIZE);
  }

  /** A block without any number. */
  static long[] empty() {
    return new long[SIZE / Long.SIZE];
  }

  /** Whether the block has the number. */
  static boolean has(long[] block, long number) {
    return (block[word(number)] & bit(number)) != 0;
  }

  /** The block with the number; the one given is left as it is. */
  static long[] with(long[] block, long number) {
    long[] more = block.clone();
    more[word(number)] |= bit(number);
    return more;
  }

  private static int word(long number) {
    return Math.floorMod(number, SIZE) / Long.SIZE;
  }

  private static long bit(long number) {
    return 1L << Math.floorMod(number, Long.SIZE);
  }
}
