package eu.passage.cep.toll.reconcile;

import java.math.BigDecimal;

/** Whether an event's charge is what its inputs and the tariffs give. */
public sealed interface AmountVerdict {

  /** It is. */
  record Holds() implements AmountVerdict {}

  /** No tariff has the id and version that the event names. */
  record UnknownTariff() implements AmountVerdict {}

  /**
   * Another tariff applies at the event's time and place.
   *
   * @param expected its id and version, or that there is none, in words
   */
  record OtherTariff(String expected) implements AmountVerdict {}

  /** The tariff gives another amount. */
  record OtherAmount(BigDecimal expected) implements AmountVerdict {}
}
