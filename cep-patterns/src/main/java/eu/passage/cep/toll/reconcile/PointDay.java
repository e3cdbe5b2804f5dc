package eu.passage.cep.toll.reconcile;

import eu.passage.avro.Charge;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A day at a charging point, by who runs it.
 *
 * @param vehicles of all classes that its cameras counted; absent where that is not at hand
 * @param truckPassages seen by its cameras; absent where they are not at hand
 * @param events of the day's passages, corrections too
 * @param corrections those that correct another
 * @param standing events that no other corrects, by status
 * @param sums what those ask for that are not withdrawn
 * @param firstSequence of the day's events; 0 where there is none
 * @param lastSequence of the day's events; 0 where there is none
 * @param withoutEvidence events that name no picture with its SHA-256
 */
public record PointDay(
    String chargingPoint,
    String originator,
    @Nullable Long vehicles,
    @Nullable Long truckPassages,
    long events,
    long corrections,
    Map<TollStatus, Long> standing,
    List<TariffSum> sums,
    long firstSequence,
    long lastSequence,
    long withoutEvidence) {

  static PointDay of(
      Ledger.Place place,
      @Nullable Long vehicles,
      @Nullable Long truckPassages,
      List<TollEvent> events,
      Ledger ledger) {
    List<TollEvent> current = events.stream().filter(ledger::isCurrent).toList();
    Map<TollStatus, Long> byStatus = new TreeMap<>();
    current.forEach(event -> byStatus.merge(event.getStatus(), 1L, Long::sum));
    return new PointDay(
        place.chargingPoint(),
        place.originator(),
        vehicles,
        truckPassages,
        events.size(),
        events.stream().filter(event -> event.getCorrects() != null).count(),
        byStatus,
        sums(current),
        events.stream().mapToLong(TollEvent::getSequence).min().orElse(0),
        events.stream().mapToLong(TollEvent::getSequence).max().orElse(0),
        events.stream().filter(event -> !EventCheck.hasEvidence(event)).count());
  }

  private static List<TariffSum> sums(List<TollEvent> current) {
    Map<String, TariffSum> sums = new TreeMap<>();
    for (TollEvent event : current) {
      Charge charge = event.getCharge();
      if (charge != null && event.getStatus() != TollStatus.WITHDRAWN) {
        TariffSum one =
            new TariffSum(
                charge.getTariffId(),
                charge.getTariffVersion(),
                charge.getCurrency(),
                event.getStatus(),
                1,
                charge.getAmount());
        sums.merge(
            String.join(
                "\n", one.tariffId(), one.tariffVersion(), one.currency(), one.status().name()),
            one,
            PointDay::plus);
      }
    }
    return new ArrayList<>(sums.values());
  }

  private static TariffSum plus(TariffSum one, TariffSum two) {
    return new TariffSum(
        one.tariffId(),
        one.tariffVersion(),
        one.currency(),
        one.status(),
        one.events() + two.events(),
        one.amount().add(two.amount()));
  }
}
