package eu.passage.cep.facts;

/**
 * Plates of a shape: {@code ?} is one character, {@code *} any number. All ways to match are
 * followed at once, one bit each, so the time is that of reading the plate whatever the pattern.
 */
public final class PlateGlob {

  private static final char ONE = '?';
  private static final char ANY = '*';

  /** By digit of the plate's code: bit i says that character i of the pattern accepts it. */
  private final long[] accepts = new long[PlateCode.BASE];

  /** Bit i: any characters may come before character i of the pattern. */
  private final long loops;

  private final long end;

  /**
   * @param pattern capital letters and digits, ? and *; without * at most 12 characters
   */
  public PlateGlob(String pattern) {
    int place = 0;
    long any = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == ANY) {
        any |= 1L << place;
        continue;
      }
      for (int digit = 1; digit < PlateCode.BASE; digit++) {
        if (c == ONE || PlateCode.of(String.valueOf(c)) == digit) {
          accepts[digit] |= 1L << place;
        }
      }
      place++;
    }
    loops = any;
    end = 1L << place;
  }

  /** Characters that a plate must at least have. */
  public static long least(String pattern) {
    return pattern.chars().filter(c -> c != ANY).count();
  }

  /** Whether a text is a pattern of more plates than one. */
  public static boolean isWild(String pattern) {
    return pattern.indexOf(ONE) >= 0 || pattern.indexOf(ANY) >= 0;
  }

  /**
   * Whether a plate has this shape.
   *
   * @param plate a {@link PlateCode}
   */
  public boolean matches(long plate) {
    long states = 1;
    for (long rest = plate; rest != 0 && states != 0; ) {
      long next = PlateCode.rest(rest);
      int digit = (int) (rest - next * PlateCode.BASE);
      states = (states & accepts[digit]) << 1 | (states & loops);
      rest = next;
    }
    return (states & end) != 0;
  }
}
