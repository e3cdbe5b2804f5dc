package eu.passage.cep.toll.rating;

import eu.passage.cep.toll.tariff.Tariff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What a vehicle's caps leave of each day. */
final class Caps {

  private record Day(String tariff, LocalDate day) {}

  private final Map<Day, BigDecimal> left = new HashMap<>();

  /** What is left of a day. */
  BigDecimal left(Tariff tariff, LocalDate day, BigDecimal cap) {
    return left.getOrDefault(new Day(tariff.id(), day), cap);
  }

  /**
   * Takes an amount of what is left.
   *
   * @param amount at most that
   */
  void take(Tariff tariff, LocalDate day, BigDecimal cap, BigDecimal amount) {
    left.put(new Day(tariff.id(), day), left(tariff, day, cap).subtract(amount));
  }
}
