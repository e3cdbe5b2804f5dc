package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.HistoryCodec;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Together;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An engine and the vehicles it is asked about, driven as the operators drive it. */
final class Subjects implements EngineSink {

  record Suppressed(Hit hit, Outcome why) {}

  record Candidates(Together together, long within, List<PassageFacts> passages) {}

  final List<Hit> told = new ArrayList<>();
  final List<Suppressed> suppressed = new ArrayList<>();
  final Map<String, RuntimeException> failed = new LinkedHashMap<>();
  final List<Candidates> candidates = new ArrayList<>();

  private final RuleEngine engine;
  private final Map<Long, SubjectHistory> histories = new LinkedHashMap<>();
  private long retention = Long.MAX_VALUE;

  Subjects(List<Rule> rules) {
    engine = new RuleEngine(rules.stream().map(Subjects::active).toList(), Border.CAMERAS, this);
  }

  static Subjects of(Rule... rules) {
    return new Subjects(List.of(rules));
  }

  private static ActiveRule active(Rule rule) {
    return new ActiveRule(rule, 1, "test", Instant.EPOCH);
  }

  /** From here on histories are written, read and pruned at every passage, as in an operator. */
  Subjects keepingOnly(long millis) {
    retention = millis;
    return this;
  }

  /**
   * A passage comes when event time stands at this.
   *
   * @param now a watermark: nothing older is expected, though it may come
   */
  void pass(PassageFacts passage, long now) {
    SubjectHistory history = history(passage.vehicle());
    if (history.wakeAt() <= now) {
      engine.settle(history, now);
    }
    int place = history.add(passage);
    engine.onPassage(history, place);
    engine.log(history, passage);
    if (retention < Long.MAX_VALUE) {
      history.forget(history.before(Math.min(passage.at(), now) - retention));
      histories.put(passage.vehicle(), rewritten(history));
    }
  }

  /** Event time comes to this: the subjects that have to be looked at again are. */
  void timeIs(long now) {
    for (SubjectHistory history : histories.values()) {
      if (history.wakeAt() <= now) {
        engine.settle(history, now);
      }
    }
  }

  /** Every subject is settled, whether it wants to or not. */
  void settleAll(long until) {
    histories.values().forEach(history -> engine.settle(history, until));
  }

  /** The history of a vehicle, by its key. */
  SubjectHistory history(long vehicle) {
    return histories.computeIfAbsent(vehicle, key -> new SubjectHistory());
  }

  RuleEngine engine() {
    return engine;
  }

  static SubjectHistory rewritten(SubjectHistory history) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      HistoryCodec.write(history, new DataOutputStream(bytes));
      return HistoryCodec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void told(Hit hit) {
    told.add(hit);
  }

  @Override
  public void suppressed(ActiveRule rule, Outcome why, Supplier<Hit> hit) {
    suppressed.add(new Suppressed(hit.get(), why));
  }

  @Override
  public void failed(ActiveRule rule, RuntimeException why) {
    if (failed.put(rule.rule().id(), why) != null) {
      throw new AssertionError("rule " + rule.rule().id() + " failed twice", why);
    }
  }

  @Override
  public void candidates(Together together, long within, List<PassageFacts> passages) {
    candidates.add(new Candidates(together, within, passages));
  }
}
