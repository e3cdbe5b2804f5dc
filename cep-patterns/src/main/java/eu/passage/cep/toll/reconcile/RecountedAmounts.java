package eu.passage.cep.toll.reconcile;

import eu.passage.avro.Charge;
import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.rating.Rated;
import eu.passage.cep.toll.rating.Recount;
import eu.passage.cep.toll.tariff.Tariff;
import eu.passage.cep.toll.tariff.TariffTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rates passages again, with what was stored of their vehicles, and compares. */
public final class RecountedAmounts implements AmountCheck {

  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(Tariff.SCALE);

  private final TariffTable tariffs;
  private final Recount recount;

  public RecountedAmounts(TariffTable tariffs) {
    this.tariffs = tariffs;
    this.recount = new Recount(tariffs);
  }

  @Override
  public AmountVerdict check(TollEvent event, List<TollEvent> ofVehicle) {
    Charge stored = event.getCharge();
    if (stored != null && tariffs.find(stored.getTariffId(), stored.getTariffVersion()).isEmpty()) {
      return new AmountVerdict.UnknownTariff();
    }
    Optional<Charge> again =
        Optional.ofNullable(recount.again(itself(event, ofVehicle)).get(event.getPassageId()))
            .flatMap(Rated::charge);
    String expected = again.map(RecountedAmounts::tariff).orElse("no tariff");
    if (!expected.equals(stored == null ? "no tariff" : tariff(stored))) {
      return new AmountVerdict.OtherTariff(expected);
    }
    BigDecimal owed = again.map(Charge::getAmount).orElse(NOTHING);
    if (owed.compareTo(amount(stored)) != 0) {
      return new AmountVerdict.OtherAmount(owed);
    }
    List<String> others = stored == null ? List.of() : others(stored, again.orElseThrow());
    return others.isEmpty() ? new AmountVerdict.Holds() : new AmountVerdict.OtherCharge(others);
  }

  /** Without others that stand for the same passage: those were told already. */
  private static List<TollEvent> itself(TollEvent event, List<TollEvent> ofVehicle) {
    return ofVehicle.stream()
        .filter(
            one ->
                one.getEventId().equals(event.getEventId())
                    || !one.getPassageId().equals(event.getPassageId()))
        .toList();
  }

  /** What an amount rests on may be changed so that the amount stays. */
  private static List<String> others(Charge stored, Charge again) {
    return Recount.differences(stored, again).stream().map(Recount.Difference::text).toList();
  }

  private static BigDecimal amount(@Nullable Charge charge) {
    return charge == null ? NOTHING : charge.getAmount();
  }

  private static String tariff(Charge charge) {
    return charge.getTariffId() + " " + charge.getTariffVersion();
  }
}
