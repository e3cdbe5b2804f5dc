package eu.passage.jobs.scenario;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a scenario is made of; the same settings give the same scenario.
 *
 * @param seed of everything that is drawn by lot
 * @param firstDay the first day, in local time of Estaimpuis. In the past, since a broker refuses
 *     records that are far ahead of its clock
 * @param days how many days, at least 1
 * @param perDay the ordinary traffic of a day, beside the stories that each day tells
 */
public record ScenarioSettings(long seed, LocalDate firstDay, int days, Traffic perDay) {

  /** The clock that people and rules at Estaimpuis go by. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

  /** A Monday; the clocks change only in the fourth week after it. */
  private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);

  /**
   * The ordinary traffic of a day.
   *
   * @param onceOnly cars and vans seen once
   * @param commuters vehicles that go and come back, on weekdays
   * @param trucks trucks that go and come back
   * @param buses line buses, four crossings each
   * @param motorcycles motorcycles seen once
   */
  public record Traffic(int onceOnly, int commuters, int trucks, int buses, int motorcycles) {}

  public ScenarioSettings {
    if (days < 1) {
      throw new IllegalArgumentException("a scenario has at least 1 day, not " + days);
    }
  }

  /** A week that a machine of two cores works through in minutes: about 70 passages a day. */
  public static ScenarioSettings week(long seed) {
    return days(seed, 7);
  }

  /** The same traffic for three weeks, of which the first is that of {@link #week}. */
  public static ScenarioSettings threeWeeks(long seed) {
    return days(seed, 21);
  }

  private static ScenarioSettings days(long seed, int days) {
    return new ScenarioSettings(seed, MONDAY, days, new Traffic(18, 4, 4, 1, 2));
  }

  /** One day with every story and hardly any other traffic, for tests. */
  public static ScenarioSettings shortDay(long seed) {
    return new ScenarioSettings(seed, MONDAY, 1, new Traffic(2, 1, 2, 0, 1));
  }
}
