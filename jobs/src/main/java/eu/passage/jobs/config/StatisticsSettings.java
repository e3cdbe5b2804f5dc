package eu.passage.jobs.config;

import java.time.Duration;

/**
 * What a day's counts are taken for.
 *
 * @param silentAfter a camera at a charging point that counted nothing so long is told to have been
 *     silent
 * @param timeStep how exactly the statistics of trucks tell when one passed at best
 * @param leastVehicles so many vehicles share everything that the statistics tell of one of them
 */
public record StatisticsSettings(Duration silentAfter, Duration timeStep, int leastVehicles) {

  private static final long MINUTE_MS = 60_000;
  private static final long HOUR_MS = 60 * MINUTE_MS;

  /** With two, each of them would know of the other. */
  private static final int FEWEST = 3;

  public StatisticsSettings {
    InvalidValueException.require(
        silentAfter.compareTo(Duration.ofMinutes(1)) >= 0,
        "silentAfter",
        silentAfter,
        "1m or more");
    long step = timeStep.toMillis();
    InvalidValueException.require(
        step >= MINUTE_MS && step % MINUTE_MS == 0 && HOUR_MS % step == 0,
        "timeStep",
        timeStep,
        "whole minutes that divide an hour, such as 1m, 5m, 15m or 1h");
    InvalidValueException.require(
        leastVehicles >= FEWEST, "leastVehicles", leastVehicles, FEWEST + " or more");
  }
}
