package eu.passage.jobs.backtest.input;

/**
 * Splits a line into fields by RFC 4180, in place: a field is a stretch of the line's buffer.
 * Blanks around a field do not count. Other than in the RFC a field ends with its line, so that a
 * file can be read from anywhere and one stray quote costs one line.
 */
final class CsvFields {

  private final byte separator;
  private final int[] starts;
  private final int[] ends;

  /**
   * @param most of the fields of a line; further ones are counted only
   */
  CsvFields(byte separator, int most) {
    this.separator = separator;
    starts = new int[most];
    ends = new int[most];
  }

  /**
   * Finds the fields. Doubled quotes are made single in the buffer.
   *
   * @return how many there are
   */
  int split(byte[] line, int from, int to) throws RefusedException {
    int count = 0;
    int at = from;
    while (true) {
      while (at < to && isBlank(line[at])) {
        at++;
      }
      int start = at;
      int end;
      if (at < to && line[at] == '"') {
        start++;
        int[] closed = unquote(line, start, to);
        end = closed[0];
        at = closed[1];
        while (at < to && isBlank(line[at])) {
          at++;
        }
        if (at < to && line[at] != separator) {
          throw Refusal.QUOTES.exception();
        }
      } else {
        while (at < to && line[at] != separator) {
          at++;
        }
        end = at;
        while (end > start && isBlank(line[end - 1])) {
          end--;
        }
      }
      if (count < starts.length) {
        starts[count] = start;
        ends[count] = end;
      }
      count++;
      if (at >= to) {
        return count;
      }
      at++;
    }
  }

  int start(int field) {
    return starts[field];
  }

  int end(int field) {
    return ends[field];
  }

  /** Where the text ends, and where the line goes on. */
  private static int[] unquote(byte[] line, int from, int to) throws RefusedException {
    int end = from;
    for (int at = from; at < to; at++) {
      if (line[at] == '"') {
        if (at + 1 == to || line[at + 1] != '"') {
          return new int[] {end, at + 1};
        }
        at++;
      }
      line[end++] = line[at];
    }
    throw Refusal.QUOTES.exception();
  }

  private boolean isBlank(byte b) {
    return b == ' ' || (b == '\t' && separator != '\t');
  }
}
