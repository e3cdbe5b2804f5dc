package eu.passage.cep.toll.reconcile;

import java.math.BigDecimal;
import java.util.List;

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

  /**
   * The amount is right, and something else of the charge is not.
   *
   * @param says what, with both values, such as {@code currency is USD, and EUR follows}
   */
  record OtherCharge(List<String> says) implements AmountVerdict {

    public OtherCharge {
      says = List.copyOf(says);
    }
  }
}
