package eu.passage.cep.toll.rating;

import java.math.BigDecimal;

/** What the inputs of a charge give by a tariff, before the cap of a day. */
sealed interface Computed {

  /**
   * An amount.
   *
   * @param price of the table
   */
  record Owed(BigDecimal price, BigDecimal amount) implements Computed {}

  /**
   * Nothing is owed.
   *
   * @param why as the tariff names it
   */
  record Exempt(String why) implements Computed {}

  /**
   * No amount follows.
   *
   * @param input that is missing, or that the tariff cannot place
   */
  record Impossible(String input) implements Computed {}
}
