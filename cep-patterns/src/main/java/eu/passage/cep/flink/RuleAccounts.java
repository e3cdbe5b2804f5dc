package eu.passage.cep.flink;

import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleState;
import eu.passage.avro.RuleStatus;
import eu.passage.cep.engine.ActiveRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How each rule fares in this subtask, and what of it was not yet told.
 *
 * <p>Two operators ask a rule about vehicles together: one whether a vehicle alone has what it
 * needs, one about those that were together. Each answers under numbers of its own, that of the
 * second follow those of the first: so neither writes over what the other said, and the rule is in
 * force when all of both have it. Both run in as many subtasks.
 */
final class RuleAccounts {

  private final Map<String, RuleStatus> byRule = new LinkedHashMap<>();

  /** Versions that came after what is in force and did not compile. */
  private final Map<String, RuleStatus> refused = new LinkedHashMap<>();

  private final Set<String> untold = new LinkedHashSet<>();
  private final boolean company;
  private final int index;
  private final int parallelism;

  /**
   * @param company whether this is a subtask of the operator for vehicles together
   */
  RuleAccounts(boolean company, int index, int parallelism) {
    this.company = company;
    this.index = index;
    this.parallelism = parallelism;
  }

  /** A rule is asked from now on; a new version counts from nothing. */
  void active(ActiveRule rule, Instant now) {
    forgetRefusalUpTo(rule.rule().id(), rule.version());
    state(rule, RuleState.ACTIVE, "", now);
  }

  /** A rule that was asked is switched off. */
  void failed(ActiveRule rule, String why, Instant now) {
    state(rule, RuleState.FAILED, why, now);
  }

  /**
   * A text did not compile; it stays refused until a later version is in force.
   *
   * @param together whether the version that goes on is about vehicles together
   */
  void refused(RuleSource source, boolean together, String why, Instant now) {
    String id = source.getRuleId();
    RuleStatus known = byRule.get(id);
    if (known != null && known.getVersion() == source.getVersion()) {
      byRule.remove(id); // it compiled before a restart, with other cameras
    }
    RuleStatus status =
        status(id, source.getVersion(), source.getAuthor(), together, now)
            .setState(RuleState.REFUSED)
            .setMessage(why)
            .build();
    refused.put(id, status);
    untold.add(id);
  }

  /** A rule is no longer asked; whoever has no account of it has nothing to say. */
  void removed(RuleSource source, Instant now) {
    String id = source.getRuleId();
    RuleStatus last = told(id);
    if (last != null) {
      refused.remove(id);
      // a removal has no version of its own, and the last one must not be given again
      byRule.put(
          id,
          RuleStatus.newBuilder(last)
              .setState(RuleState.REMOVED)
              .setMessage("")
              .setSince(last.getState() == RuleState.REMOVED ? last.getSince() : now)
              .build());
      untold.add(id);
    }
  }

  /** After a restart: rules that the configuration no longer brings are asked no more. */
  void retain(Predicate<String> inForce, Instant now) {
    byRule
        .values()
        .forEach(
            status -> {
              if (status.getState() != RuleState.REMOVED && !inForce.test(status.getRuleId())) {
                status.setState(RuleState.REMOVED);
                status.setMessage("");
                status.setSince(now);
              }
            });
  }

  /** Only others answer for this rule now. */
  void drop(String ruleId) {
    byRule.remove(ruleId);
    refused.remove(ruleId);
    untold.remove(ruleId);
  }

  void match(String ruleId) {
    RuleStatus status = byRule.get(ruleId);
    if (status != null) {
      status.setMatches(status.getMatches() + 1);
      untold.add(ruleId);
    }
  }

  void suppressed(String ruleId) {
    RuleStatus status = byRule.get(ruleId);
    if (status != null) {
      status.setSuppressed(status.getSuppressed() + 1);
      untold.add(ruleId);
    }
  }

  /** Whether this version failed, here or before a restart. */
  boolean failed(String ruleId, int version) {
    return state(ruleId, version).filter(state -> state == RuleState.FAILED).isPresent();
  }

  /** Whether this version is or was in force here, before a restart too. */
  boolean knows(String ruleId, int version) {
    return state(ruleId, version).filter(state -> state != RuleState.REMOVED).isPresent();
  }

  private Optional<RuleState> state(String ruleId, int version) {
    return Optional.ofNullable(byRule.get(ruleId))
        .filter(status -> status.getVersion() == version)
        .map(RuleStatus::getState);
  }

  /** What changed since the last call, as copies. */
  List<RuleStatus> news(Instant now) {
    List<RuleStatus> news = new ArrayList<>();
    for (String id : untold) {
      RuleStatus status = told(id);
      if (status != null) {
        status.setAt(now);
        news.add(RuleStatus.newBuilder(status).build());
      }
    }
    untold.clear();
    return news;
  }

  /** For a checkpoint. */
  List<RuleStatus> all() {
    List<RuleStatus> all = new ArrayList<>();
    byRule.values().forEach(status -> all.add(RuleStatus.newBuilder(status).build()));
    refused.values().forEach(status -> all.add(RuleStatus.newBuilder(status).build()));
    return all;
  }

  /**
   * From the checkpoints of all subtasks, which may have been more or fewer: figures of a former
   * subtask go on in the one of its number, modulo; that a rule failed is true for all.
   *
   * @param together whether what is in force under an id is about vehicles together
   */
  void restore(Iterable<RuleStatus> everybodys, Predicate<String> together) {
    for (RuleStatus theirs : everybodys) {
      boolean refusal = theirs.getState() == RuleState.REFUSED;
      RuleStatus own = ownOf(theirs, refusal ? refused : byRule, together);
      if (own.getVersion() == theirs.getVersion()) {
        if (Math.floorMod(indexOf(theirs), parallelism) == index) {
          own.setMatches(own.getMatches() + theirs.getMatches());
          own.setSuppressed(own.getSuppressed() + theirs.getSuppressed());
        }
        if (theirs.getState() == RuleState.FAILED) {
          own.setState(RuleState.FAILED);
          own.setMessage(theirs.getMessage());
        }
      }
    }
    untold.addAll(byRule.keySet());
    untold.addAll(refused.keySet());
  }

  private RuleStatus ownOf(
      RuleStatus theirs, Map<String, RuleStatus> accounts, Predicate<String> together) {
    String id = theirs.getRuleId();
    RuleStatus known = accounts.get(id);
    if (known != null && known.getVersion() >= theirs.getVersion()) {
      return known;
    }
    RuleStatus own =
        RuleStatus.newBuilder(theirs)
            .setMatches(0)
            .setSuppressed(0)
            .setSubtask(number())
            .setSubtasks(numbers(together.test(id)))
            .build();
    accounts.put(id, own);
    return own;
  }

  private void forgetRefusalUpTo(String ruleId, int version) {
    RuleStatus refusal = refused.get(ruleId);
    if (refusal != null && refusal.getVersion() <= version) {
      refused.remove(ruleId);
    }
  }

  private void state(ActiveRule rule, RuleState state, String message, Instant now) {
    String id = rule.rule().id();
    RuleStatus known = byRule.get(id);
    RuleStatus.Builder status =
        status(id, rule.version(), rule.author(), rule.rule().together() != null, now)
            .setState(state)
            .setMessage(message);
    if (known != null && known.getVersion() == rule.version()) {
      status
          .setSince(known.getState() == state ? known.getSince() : now)
          .setMatches(known.getMatches())
          .setSuppressed(known.getSuppressed());
    }
    byRule.put(id, status.build());
    untold.add(id);
  }

  private RuleStatus.Builder status(
      String ruleId, int version, String author, boolean together, Instant now) {
    return RuleStatus.newBuilder()
        .setRuleId(ruleId)
        .setVersion(version)
        .setAuthor(author)
        .setSince(now)
        .setSubtask(number())
        .setSubtasks(numbers(together))
        .setAt(now);
  }

  /** What is said of a rule: that its latest text is refused, before how the one before fares. */
  private @Nullable RuleStatus told(String ruleId) {
    RuleStatus refusal = refused.get(ruleId);
    return refusal != null ? refusal : byRule.get(ruleId);
  }

  private int number() {
    return company ? parallelism + index : index;
  }

  /** How many answer for a rule. */
  private int numbers(boolean together) {
    return company || together ? 2 * parallelism : parallelism;
  }

  /** Which subtask of this operator said so. */
  private int indexOf(RuleStatus status) {
    return company ? status.getSubtask() - status.getSubtasks() / 2 : status.getSubtask();
  }
}
