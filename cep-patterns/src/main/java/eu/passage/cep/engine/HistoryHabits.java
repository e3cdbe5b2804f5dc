package eu.passage.cep.engine;

import eu.passage.cep.facts.LocalClock;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.DayLog;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.model.Habits;

/** A vehicle's habits out of its {@link DayLog}. */
final class HistoryHabits implements Habits {

  private static final int DAYS_OF_WEEK = 7;
  private static final int WEEKDAYS = 5;

  /** 1970-01-01 was a Thursday: counted from Monday, day 0 is day 3 of its week. */
  private static final int EPOCH_DAY_OF_WEEK = 3;

  private static final int USUAL = 3;
  private static final int HOURS = 24;

  private final LocalClock clock;
  private SubjectHistory history = new SubjectHistory();
  private long at;

  HistoryHabits(LocalClock clock) {
    this.clock = clock;
  }

  /** Turns to the habits before a passage. */
  void of(SubjectHistory subject, PassageFacts passage) {
    history = subject;
    at = passage.at();
  }

  @Override
  public boolean firstSeen() {
    boolean earlierDay = !history.days().isEmpty() && history.days().day(0) < clock.epochDay(at);
    return !earlierDay && history.before(at) == 0;
  }

  @Override
  public int daysSeen(int days) {
    return count(days, (day, hours) -> true);
  }

  @Override
  public boolean commuter(int days) {
    int today = (int) clock.epochDay(at);
    int possible = 0;
    for (int day = today - days; day < today; day++) {
      possible += weekday(day) ? 1 : 0;
    }
    int seen = count(days, (day, hours) -> weekday(day));
    return possible > 0 && seen * WEEKDAYS >= 2 * possible;
  }

  @Override
  public boolean usualTime(int days) {
    int hour = clock.hour(at);
    int around = 1 << hour | 1 << (hour + 1) % HOURS | 1 << (hour + HOURS - 1) % HOURS;
    return count(days, (day, hours) -> (hours & around) != 0) >= USUAL;
  }

  private interface DayTest {
    boolean test(int day, int hours);
  }

  private int count(int days, DayTest fits) {
    int today = (int) clock.epochDay(at);
    DayLog log = history.days();
    int count = 0;
    for (int i = log.size() - 1; i >= 0 && log.day(i) >= today - days; i--) {
      if (log.day(i) < today && fits.test(log.day(i), log.hours(i))) {
        count++;
      }
    }
    return count;
  }

  private static boolean weekday(int day) {
    return Math.floorMod(day + EPOCH_DAY_OF_WEEK, DAYS_OF_WEEK) < WEEKDAYS;
  }
}
