package eu.passage.schemas.plates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A series' pattern as the list of its shapes. A shape has a fixed length and gives the characters
 * allowed at each place ({@link PlateAlphabet}), so that matching takes one pass and cannot
 * explode.
 *
 * <p>Patterns are regular expressions of a small kind that every regex engine also understands:
 * characters, {@code \d}, {@code [A-HJ-N]}, {@code (…|…)} and, after any of these, {@code ?},
 * {@code {n}} or {@code {n,m}}. Whatever repeats without bound is refused, and so is everything
 * else.
 */
final class PlatePattern {

  /** The widest patterns of today are the German one and the French one before 2009: about 50. */
  private static final int MAX_SHAPES = 512;

  private final String pattern;
  private int position;

  private PlatePattern(String pattern) {
    this.pattern = pattern;
  }

  /**
   * The shapes of a pattern.
   *
   * @throws IllegalArgumentException that names pattern and position
   */
  static List<long[]> shapes(String pattern) {
    PlatePattern parser = new PlatePattern(pattern);
    List<long[]> shapes = parser.alternatives();
    if (parser.position < pattern.length()) {
      throw parser.error("unexpected '" + pattern.charAt(parser.position) + "'");
    }
    return shapes;
  }

  /**
   * The chance of one certain text of each shape, when the pattern gives one text. Layouts, which
   * differ in length or in where letters and digits stand, are equally likely, and so are the texts
   * of a layout: it may be written as several shapes, all pairs of letters but SS as two.
   */
  static double[] chances(List<long[]> shapes) {
    Map<String, Double> texts = new HashMap<>();
    for (long[] shape : shapes) {
      texts.merge(layout(shape), texts(shape), Double::sum);
    }
    return shapes.stream()
        .mapToDouble(shape -> 1 / (texts.size() * texts.getOrDefault(layout(shape), 1.0)))
        .toArray();
  }

  /** How many texts a shape has. */
  static double texts(long[] shape) {
    double texts = 1;
    for (long set : shape) {
      texts *= Long.bitCount(set);
    }
    return texts;
  }

  private static String layout(long[] shape) {
    StringBuilder layout = new StringBuilder();
    for (long set : shape) {
      boolean digits = (set & PlateAlphabet.DIGITS) != 0;
      boolean letters = (set & ~PlateAlphabet.DIGITS) != 0;
      layout.append(digits && letters ? '*' : digits ? '9' : 'A');
    }
    return layout.toString();
  }

  private List<long[]> alternatives() {
    List<long[]> all = new ArrayList<>(sequence());
    while (accept('|')) {
      all.addAll(sequence());
    }
    return all;
  }

  private List<long[]> sequence() {
    List<long[]> shapes = List.of(new long[0]);
    while (position < pattern.length() && ")|".indexOf(pattern.charAt(position)) < 0) {
      shapes = concatenate(shapes, repeated(atom()));
    }
    return shapes;
  }

  private List<long[]> atom() {
    char c = next();
    switch (c) {
      case '(':
        List<long[]> group = alternatives();
        expect(')');
        return group;
      case '[':
        return List.of(new long[] {characterClass()});
      case '\\':
        expect('d');
        return List.of(new long[] {PlateAlphabet.DIGITS});
      default:
        return List.of(new long[] {bit(c)});
    }
  }

  private long characterClass() {
    long set = 0;
    while (!accept(']')) {
      char from = next();
      if (from == '\\') {
        expect('d');
        set |= PlateAlphabet.DIGITS;
      } else if (accept('-')) {
        set |= range(from, next());
      } else {
        set |= bit(from);
      }
    }
    if (set == 0) {
      throw error("an empty class");
    }
    return set;
  }

  private long range(char from, char to) {
    long set = 0;
    for (char c = from; c <= to; c++) {
      set |= bit(c);
    }
    return set;
  }

  private List<long[]> repeated(List<long[]> once) {
    int least = 1;
    int most = 1;
    if (accept('?')) {
      least = 0;
    } else if (accept('{')) {
      least = number();
      most = accept(',') ? number() : least;
      expect('}');
    }
    List<long[]> all = new ArrayList<>();
    List<long[]> times = List.of(new long[0]);
    for (int n = 0; n <= most; n++) {
      if (n >= least) {
        all.addAll(times);
      }
      times = n < most ? concatenate(times, once) : List.of();
    }
    return all;
  }

  private List<long[]> concatenate(List<long[]> heads, List<long[]> tails) {
    if ((long) heads.size() * tails.size() > MAX_SHAPES) {
      throw error("more than " + MAX_SHAPES + " shapes");
    }
    List<long[]> all = new ArrayList<>(heads.size() * tails.size());
    for (long[] head : heads) {
      for (long[] tail : tails) {
        long[] shape = new long[head.length + tail.length];
        System.arraycopy(head, 0, shape, 0, head.length);
        System.arraycopy(tail, 0, shape, head.length, tail.length);
        if (shape.length > PlateText.MAX_LENGTH) {
          throw error("longer than " + PlateText.MAX_LENGTH + " characters");
        }
        all.add(shape);
      }
    }
    return all;
  }

  private int number() {
    int start = position;
    while (position < pattern.length() && Character.isDigit(pattern.charAt(position))) {
      position++;
    }
    if (start == position || position - start > 2) {
      throw error("a number of at most two digits is needed");
    }
    return Integer.parseInt(pattern.substring(start, position));
  }

  private long bit(char c) {
    long bit = PlateAlphabet.bit(c);
    if (bit == 0) {
      throw error("'" + c + "' is neither a plate character nor understood here");
    }
    return bit;
  }

  private boolean accept(char c) {
    boolean found = position < pattern.length() && pattern.charAt(position) == c;
    if (found) {
      position++;
    }
    return found;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw error("'" + c + "' is missing");
    }
  }

  private char next() {
    if (position == pattern.length()) {
      throw error("it ends too early");
    }
    return pattern.charAt(position++);
  }

  private IllegalArgumentException error(String what) {
    return new IllegalArgumentException(
        "plate pattern " + pattern + ", position " + position + ": " + what);
  }
}
