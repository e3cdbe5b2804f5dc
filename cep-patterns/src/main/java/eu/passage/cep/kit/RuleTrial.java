package eu.passage.cep.kit;

import eu.passage.cep.engine.ActiveRule;
import eu.passage.cep.engine.EngineSink;
import eu.passage.cep.engine.Hit;
import eu.passage.cep.engine.Meetings;
import eu.passage.cep.engine.Outcome;
import eu.passage.cep.engine.RuleEngine;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.Company;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One rule over a few passages, as the live job would ask it: passages in the order they arrive,
 * event time as far as the newest of them, and on to the end of time when they are all there.
 */
public final class RuleTrial {

  private static final long END = Long.MAX_VALUE / 2;

  private final RuleEngine engine;
  private final Map<Long, SubjectHistory> subjects = new LinkedHashMap<>();
  private final Map<Integer, List<PassageFacts>> shares = new HashMap<>();
  private final Map<Long, Map<PassageFacts, List<PassageFacts>>> companions = new HashMap<>();
  private final List<Hit> told = new ArrayList<>();
  private final List<Hit> suppressed = new ArrayList<>();
  private final List<Share> pending = new ArrayList<>();
  private long newest = Long.MIN_VALUE;
  private long current;

  /** Passages that one vehicle has for being together with others. */
  private record Share(Company company, List<PassageFacts> passages) {}

  public RuleTrial(Rule rule, CameraTable cameras) {
    engine =
        new RuleEngine(
            List.of(new ActiveRule(rule, 1, "trial", Instant.EPOCH)), cameras, new Findings());
  }

  /** The next passages to arrive. */
  public RuleTrial pass(List<PassageFacts> passages) {
    for (PassageFacts passage : passages) {
      if (passage.at() > newest) {
        newest = passage.at();
        settle(newest - 1);
      }
      current = passage.vehicle();
      take(subjects.computeIfAbsent(current, key -> new SubjectHistory()), passage);
      meet();
    }
    return this;
  }

  /** No more passages come: what has not happened never will. */
  public RuleTrial end() {
    settle(END);
    return this;
  }

  /** The alerts so far, in the order in which they were raised. */
  public List<Hit> told() {
    return List.copyOf(told);
  }

  /** What {@code once} and {@code unless} held back. */
  public List<Hit> suppressed() {
    return List.copyOf(suppressed);
  }

  private void settle(long until) {
    for (var subject : subjects.entrySet()) {
      if (subject.getValue().wakeAt() <= until) {
        current = subject.getKey();
        engine.settle(subject.getValue(), until);
      }
    }
  }

  private void take(SubjectHistory history, PassageFacts passage) {
    int place = history.add(passage);
    engine.onPassage(history, place);
    engine.log(history, passage);
  }

  private void meet() {
    List<Share> now = List.copyOf(pending);
    pending.clear();
    for (Share share : now) {
      for (PassageFacts passage : share.passages) {
        List<PassageFacts> others =
            shares.computeIfAbsent(passage.camera(), camera -> new ArrayList<>());
        if (!others.contains(passage)) {
          Meetings.of(passage, others, share.company, facts -> facts)
              .forEach(members -> together(share.company, members));
          others.add(passage);
        }
      }
    }
  }

  private void together(Company company, List<PassageFacts> members) {
    current = Meetings.key(company, members.stream());
    PassageFacts latest = members.get(members.size() - 1);
    companions.computeIfAbsent(current, key -> new HashMap<>()).put(latest, members);
    SubjectHistory history = subjects.computeIfAbsent(current, key -> new SubjectHistory());
    history.company(company);
    take(history, latest);
  }

  private final class Findings implements EngineSink {

    @Override
    public void told(Hit hit) {
      told.add(complete(hit));
    }

    @Override
    public void suppressed(ActiveRule rule, Outcome why, Supplier<Hit> hit) {
      suppressed.add(complete(hit.get()));
    }

    @Override
    public void failed(ActiveRule rule, RuntimeException why) {
      throw why;
    }

    @Override
    public void candidates(Together together, long within, List<PassageFacts> passages) {
      Company company = new Company(together.vehicles(), (int) together.gap().toMillis());
      pending.add(new Share(company, List.copyOf(passages)));
    }

    private Hit complete(Hit hit) {
      Map<PassageFacts, List<PassageFacts>> known = companions.get(current);
      return known == null ? hit : hit.each(passage -> known.getOrDefault(passage, List.of()));
    }
  }
}
