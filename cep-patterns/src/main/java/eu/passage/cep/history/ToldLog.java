package eu.passage.cep.history;

import java.util.Arrays;

/** What people were told of a subject: rules' codes with the event times of their alerts. */
public final class ToldLog {

  private static final int[] NO_RULES = {};
  private static final long[] NO_TIMES = {};

  /** Ascending by rule. */
  private int[] rules;

  private long[] times;
  private int size;

  ToldLog() {
    this(NO_RULES, NO_TIMES, 0);
  }

  ToldLog(int[] rules, long[] times, int size) {
    this.rules = rules;
    this.times = times;
    this.size = size;
  }

  ToldLog copy() {
    return size == 0
        ? new ToldLog()
        : new ToldLog(Arrays.copyOf(rules, size), Arrays.copyOf(times, size), size);
  }

  /** Whether this very alert was told. */
  public boolean contains(int rule, long at) {
    for (int i = first(rule); i < size && rules[i] == rule; i++) {
      if (times[i] == at) {
        return true;
      }
    }
    return false;
  }

  /** Whether an alert of this rule was told nearer to a moment than this, before or after. */
  public boolean within(int rule, long at, long span) {
    for (int i = first(rule); i < size && rules[i] == rule; i++) {
      if (Math.abs(times[i] - at) < span) {
        return true;
      }
    }
    return false;
  }

  public void add(int rule, long at) {
    int place = first(rule);
    if (size == rules.length) {
      rules = Arrays.copyOf(rules, size + (size >> 1) + 1);
      times = Arrays.copyOf(times, rules.length);
    }
    System.arraycopy(rules, place, rules, place + 1, size - place);
    System.arraycopy(times, place, times, place + 1, size - place);
    rules[place] = rule;
    times[place] = at;
    size++;
  }

  /** Forgets what was told for event times before this. */
  public void forgetBefore(long moment) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (times[i] >= moment) {
        rules[kept] = rules[i];
        times[kept] = times[i];
        kept++;
      }
    }
    if (kept == 0 && size > 0) {
      rules = NO_RULES;
      times = NO_TIMES;
    }
    size = kept;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  int rule(int place) {
    return rules[place];
  }

  long time(int place) {
    return times[place];
  }

  /** The place of a rule's first entry, or where it would be. */
  private int first(int rule) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = low + high >>> 1;
      if (rules[middle] < rule) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
