package eu.passage.cep.rules;

import eu.passage.avro.AlertKind;
import eu.passage.avro.Severity;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * What a rule is, apart from its pattern.
 *
 * @param id stable for ever, as in {@code alert.ruleId}
 * @param version counts up with every change of what the rule finds
 * @param title for people
 * @param kind the family
 * @param purpose the lawful purpose its alerts serve
 * @param recipients who is told
 * @param within all passages of a match lie within this span, strictly
 * @param once at most one alert per vehicle and span; zero: every closing passage alerts
 * @param completion what makes a match complete
 */
public record RuleHeader(
    String id,
    int version,
    String title,
    AlertKind kind,
    Severity severity,
    String purpose,
    List<String> recipients,
    Duration within,
    Duration once,
    Completion completion)
    implements Serializable {

  /** What makes a match complete. */
  public enum Completion {
    /** Its last passage. */
    PASSAGE,
    /** That a passage did not come: the pattern ends with {@code notFollowedBy}. */
    ABSENCE
  }

  public RuleHeader {
    recipients = List.copyOf(recipients);
    if (within.isNegative() || within.isZero()) {
      throw new IllegalArgumentException("rule " + id + " needs a time bound: within > 0");
    }
    if (once.isNegative()) {
      throw new IllegalArgumentException("rule " + id + ": once must not be negative");
    }
  }
}
