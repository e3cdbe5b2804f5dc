package eu.passage.cep.toll.rerate;

import eu.passage.avro.Charge;
import eu.passage.avro.TollEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event and what takes its place.
 *
 * @param before that holds
 * @param after that corrects it, without sequence
 */
public record Change(TollEvent before, TollEvent after) {

  /**
   * Whether two charges differ in money: in the tariff or its version, the amount, the currency or
   * the value added tax. The version counts also where the amount is the same: by it the amount is
   * computed again, and one that no longer holds on that day would be a fault. What only says
   * otherwise what the same amount rests on is no change.
   */
  public static boolean isOfMoney(@Nullable Charge before, @Nullable Charge after) {
    if (before == null || after == null) {
      return before != after;
    }
    return !before.getTariffId().equals(after.getTariffId())
        || !before.getTariffVersion().equals(after.getTariffVersion())
        || before.getAmount().compareTo(after.getAmount()) != 0
        || !before.getCurrency().equals(after.getCurrency())
        || !Objects.equals(before.getVat(), after.getVat());
  }
}
