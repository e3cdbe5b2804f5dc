package eu.passage.cep.rules;

import java.time.Instant;
import java.util.Map;

/**
 * What a vehicle already raised, so that nothing is raised twice: by key, with the event time of
 * the alert. Deterministic in event time, whatever order passages came in.
 */
public final class Suppression {

  private Suppression() {}

  /**
   * Whether a hit may be raised: not at a passage that already closed the same rule, and no nearer
   * to another alert of the rule than its {@code once}.
   */
  public static boolean allows(RuleHit hit, Map<String, Long> raised) {
    if (raised.containsKey(key(hit))) {
      return false;
    }
    String prefix = prefix(hit);
    long once = hit.rule().header().once().toMillis();
    long at = hit.at().toEpochMilli();
    return raised.entrySet().stream()
        .filter(e -> e.getKey().startsWith(prefix))
        .noneMatch(e -> Math.abs(e.getValue() - at) < once);
  }

  /** The name under which a hit is remembered. */
  public static String key(RuleHit hit) {
    return prefix(hit) + hit.closing().getPassageId();
  }

  /** Forgets what was raised for event times before this. */
  public static void forgetBefore(Instant moment, Map<String, Long> raised) {
    long bound = moment.toEpochMilli();
    raised.values().removeIf(at -> at < bound);
  }

  private static String prefix(RuleHit hit) {
    return "rule|" + hit.rule().header().id() + "|";
  }
}
