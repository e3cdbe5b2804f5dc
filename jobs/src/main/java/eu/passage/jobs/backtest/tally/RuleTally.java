package eu.passage.jobs.backtest.tally;

import eu.passage.cep.RuleAlert;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one rule would have raised. */
public final class RuleTally {

  private static final int HOURS = 24;

  private final int samples;
  private final DayCounts days = new DayCounts();
  private final long[][] hours = new long[DayOfWeek.values().length][HOURS];
  private final Map<Integer, Long> cameras = new HashMap<>();
  private final FrequentSubjects subjects = new FrequentSubjects();
  private final List<RuleAlert> evidence = new ArrayList<>();
  private long told;
  private long once;
  private long unless;

  /**
   * @param samples so many of the first alerts are kept whole
   */
  RuleTally(int samples) {
    this.samples = samples;
  }

  void add(RuleAlert alert) {
    switch (alert.outcome()) {
      case ONCE -> once++;
      case UNLESS -> unless++;
      case TOLD -> {
        told++;
        ZonedDateTime local = Instant.ofEpochMilli(alert.at()).atZone(Period.ZONE);
        days.add(local.toLocalDate());
        hours[local.getDayOfWeek().ordinal()][local.getHour()]++;
        cameras.merge(Told.closing(alert).camera(), 1L, Long::sum);
        subjects.add(Told.subject(alert), alert.at());
        if (evidence.size() < samples) {
          evidence.add(alert);
        }
      }
    }
  }

  /** Alerts that people would have been told. */
  public long told() {
    return told;
  }

  /** Times it came true but had told of the subject a short while ago. */
  public long once() {
    return once;
  }

  /** Times it came true but the vehicle's habits excused it. */
  public long unless() {
    return unless;
  }

  /** By the local day of the alert. */
  public DayCounts days() {
    return days;
  }

  /** By local weekday, Monday first, and hour. */
  public long[][] hours() {
    return hours;
  }

  /** By the code of the closing passage's camera. */
  public Map<Integer, Long> cameras() {
    return cameras;
  }

  public FrequentSubjects subjects() {
    return subjects;
  }

  /** The first alerts, whole. */
  public List<RuleAlert> evidence() {
    return evidence;
  }
}
