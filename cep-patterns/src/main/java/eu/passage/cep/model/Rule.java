package eu.passage.cep.model;

import eu.passage.avro.AlertKind;
import eu.passage.avro.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst wants to be told. A rule keeps no state: it is asked about the past of its
 * subject, so a new rule sees the past at once and a changed or removed one leaves nothing behind.
 *
 * <p>Per rule and subject there is one alert for each closing passage; of several ways to match,
 * the one with the most recent passages is the evidence. Of an absence there is one alert for each
 * passage that opens it. Passages of a subject in one millisecond count as one, the first in {@code
 * PassageFacts.ORDER}.
 *
 * @param id stable for ever, as in {@code alert.ruleId}
 * @param titles for people, by language ({@code en}, {@code fr}, {@code nl}); English at least
 * @param purpose the lawful purpose its alerts serve
 * @param recipients who is told
 * @param together null: the subject is one vehicle
 * @param within all passages of a match lie within this span, strictly
 * @param once at most one alert for each subject and span; zero: every closing passage alerts
 * @param unless asked about the closing passage (of an absence the opening one): no alert if so
 */
public record Rule(
    String id,
    Map<String, String> titles,
    Severity severity,
    String purpose,
    List<String> recipients,
    @Nullable Together together,
    Body body,
    Duration within,
    Duration once,
    @Nullable Predicate unless) {

  public Rule {
    titles = Map.copyOf(titles);
    recipients = List.copyOf(recipients);
    if (within.isNegative() || within.isZero()) {
      throw new IllegalArgumentException("rule " + id + " needs a time bound: within > 0");
    }
    if (once.isNegative()) {
      throw new IllegalArgumentException("rule " + id + ": once must not be negative");
    }
    if (!titles.containsKey("en")) {
      throw new IllegalArgumentException("rule " + id + " needs an English title");
    }
  }

  /** The family of its alerts. */
  public AlertKind kind() {
    return body instanceof Body.Count ? AlertKind.RECURRING : AlertKind.SCHEDULE;
  }

  /** Whether it is not asked at once but when event time has gone on. */
  public boolean waits() {
    return body instanceof Body.Sequence sequence && (sequence.absence() || sequence.exact());
  }

  /** Whether it comes true because something did not happen in time. */
  public boolean absence() {
    return body instanceof Body.Sequence sequence && sequence.absence();
  }
}
