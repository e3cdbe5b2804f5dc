package eu.passage.jobs.backtest.tally;

import eu.passage.cep.RuleAlert;
import eu.passage.cep.engine.Outcome;
import eu.passage.cep.facts.PassageFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Two versions of rules side by side: which alerts both raise, which only one does. Alerts are the
 * same when rule, subject and closing passage are. They come in order of time; the alerts of an
 * absence come late by as much as each version waits, so that what has no partner yet is kept for
 * that long.
 */
public final class Comparison {

  /** Which of the two versions raised an alert. */
  public enum Side {
    OLD,
    NEW
  }

  private record Key(String rule, String subject, PassageFacts closing) {}

  private record Waiting(Key key, Side side, RuleAlert alert, long until) {}

  private final int samples;
  private final Map<String, Duration> patience;
  private final Map<String, Difference> rules = new LinkedHashMap<>();
  private final Map<Key, Waiting> waiting = new HashMap<>();
  private final PriorityQueue<Waiting> queue =
      new PriorityQueue<>(Comparator.comparingLong(Waiting::until));

  /**
   * @param patience by rule id, for how long after the closing passage either version may still
   *     alert: zero, or of an absence the longer of their windows
   * @param samples so many of the first alerts on either side are kept whole
   */
  public Comparison(Map<String, Duration> patience, int samples) {
    this.patience = Map.copyOf(patience);
    this.samples = samples;
    patience.keySet().stream().sorted().forEach(id -> rules.put(id, new Difference()));
  }

  /** Counts an alert; what people would not have been told is not compared. */
  public void add(Side side, String ruleId, RuleAlert alert) {
    settle(alert.at());
    if (alert.outcome() != Outcome.TOLD) {
      return;
    }
    Key key = new Key(ruleId, Told.subject(alert), Told.closing(alert));
    Waiting partner = waiting.get(key);
    if (partner != null && partner.side != side) {
      waiting.remove(key);
      of(ruleId).kept++;
      return;
    }
    long until = key.closing.at() + patience.getOrDefault(ruleId, Duration.ZERO).toMillis();
    Waiting alone = new Waiting(key, side, alert, until);
    waiting.put(key, alone);
    queue.add(alone);
  }

  /** No more alerts will come. */
  public void finish() {
    settle(Long.MAX_VALUE);
  }

  /** By rule id. */
  public Map<String, Difference> rules() {
    return rules;
  }

  private void settle(long now) {
    while (!queue.isEmpty() && queue.peek().until < now) {
      Waiting alone = queue.remove();
      if (waiting.remove(alone.key, alone)) {
        of(alone.key.rule).onlyOne(alone.side, alone.alert, samples);
      }
    }
  }

  private Difference of(String ruleId) {
    return rules.computeIfAbsent(ruleId, id -> new Difference());
  }

  /** What a rule's new version changes. */
  public static final class Difference {

    private final List<RuleAlert> addedSamples = new ArrayList<>();
    private final List<RuleAlert> droppedSamples = new ArrayList<>();
    private long added;
    private long dropped;
    private long kept;

    private void onlyOne(Side side, RuleAlert alert, int samples) {
      List<RuleAlert> kind = side == Side.NEW ? addedSamples : droppedSamples;
      if (side == Side.NEW) {
        added++;
      } else {
        dropped++;
      }
      if (kind.size() < samples) {
        kind.add(alert);
      }
    }

    /** Only the new version raises them. */
    public long added() {
      return added;
    }

    /** Only the old version raises them. */
    public long dropped() {
      return dropped;
    }

    /** Both raise them. */
    public long kept() {
      return kept;
    }

    public List<RuleAlert> addedSamples() {
      return addedSamples;
    }

    public List<RuleAlert> droppedSamples() {
      return droppedSamples;
    }
  }
}
