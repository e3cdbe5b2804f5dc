package eu.passage.jobs.backtest.input;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** What came of a part of the input: counts, and the first line that each reason refused. */
final class RangeReport {

  private static final int SHOWN_BYTES = 160;

  /**
   * How often, and the first time.
   *
   * @param line within the part, from 1
   */
  record Refused(long count, long line, String text) {}

  private final Map<Refusal, Refused> refused = new EnumMap<>(Refusal.class);
  private long lines;
  private long passages;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** A line that holds no passage: the header, or nothing at all. */
  void skipped() {
    lines++;
  }

  /** A line that became a passage. */
  void passage(long at) {
    lines++;
    passages++;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }

  /** A line that did not. */
  void refused(Refusal why, byte[] buffer, int from, int to) {
    lines++;
    Refused before = refused.get(why);
    refused.put(
        why,
        before == null
            ? new Refused(1, lines, shown(buffer, from, to))
            : new Refused(before.count + 1, before.line, before.text));
  }

  Map<Refusal, Refused> refused() {
    return refused;
  }

  long lines() {
    return lines;
  }

  long passages() {
    return passages;
  }

  /** The earliest passage's time; after {@link #last} when there is none. */
  long first() {
    return first;
  }

  long last() {
    return last;
  }

  /** Enough to find the line by, and nothing that could play tricks on a terminal. */
  private static String shown(byte[] buffer, int from, int to) {
    int length = Math.min(to - from, SHOWN_BYTES);
    String text = new String(buffer, from, length, StandardCharsets.UTF_8);
    return text.replaceAll("\\p{Cntrl}", "\u00b7") + (length < to - from ? "\u2026" : "");
  }
}
