package eu.passage.cep.toll.reconcile;

import eu.passage.avro.Charge;
import eu.passage.avro.TollEvent;
import eu.passage.avro.VehicleType;
import eu.passage.cep.toll.TollDraft;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether each event is of a truck, has its evidence, and asks for the right amount. */
final class EventCheck {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private final Ledger ledger;
  private final Found found;
  private final AmountCheck amounts;

  EventCheck(Ledger ledger, Found found, AmountCheck amounts) {
    this.ledger = ledger;
    this.found = found;
    this.amounts = amounts;
  }

  void run() {
    Map<String, List<TollEvent>> vehicles =
        ledger.events().stream()
            .filter(ledger::stands)
            .sorted(Comparator.comparing(TollEvent::getAt).thenComparing(TollEvent::getEventId))
            .collect(Collectors.groupingBy(TollDraft::vehicle));
    ledger
        .ofDay()
        .forEach(
            event -> {
              truck(event);
              evidence(event);
              if (ledger.stands(event)) {
                amount(event, vehicles.getOrDefault(TollDraft.vehicle(event), List.of(event)));
              }
            });
  }

  static boolean hasEvidence(TollEvent event) {
    return !event.getEvidence().isEmpty()
        && event.getEvidence().stream()
            .allMatch(picture -> SHA_256.matcher(picture.getSha256()).matches());
  }

  private void truck(TollEvent event) {
    if (!event.getVehicleClass().equals(VehicleType.TRUCK.name())) {
      found.add(
          DifferenceKind.NO_TRUCK,
          event,
          "event %s is of a vehicle of class %s, not %s"
              .formatted(event.getEventId(), event.getVehicleClass(), VehicleType.TRUCK));
    }
  }

  private void evidence(TollEvent event) {
    if (!hasEvidence(event)) {
      found.add(
          DifferenceKind.NO_EVIDENCE,
          event,
          event.getEvidence().isEmpty()
              ? "event %s names no picture".formatted(event.getEventId())
              : "event %s names a picture without its SHA-256".formatted(event.getEventId()));
    }
  }

  private void amount(TollEvent event, List<TollEvent> ofVehicle) {
    AmountVerdict verdict = amounts.check(event, ofVehicle);
    if (verdict instanceof AmountVerdict.UnknownTariff) {
      found.add(
          DifferenceKind.UNKNOWN_TARIFF,
          event,
          "event %s is charged by %s, which nobody knows"
              .formatted(event.getEventId(), tariff(event)));
    } else if (verdict instanceof AmountVerdict.OtherTariff other) {
      found.add(
          DifferenceKind.OTHER_TARIFF,
          event,
          "event %s is charged by %s; at its time and place it is %s"
              .formatted(event.getEventId(), tariff(event), other.expected()));
    } else if (verdict instanceof AmountVerdict.OtherAmount other) {
      found.add(
          DifferenceKind.OTHER_AMOUNT,
          event,
          "event %s asks for %s; its inputs give %s"
              .formatted(event.getEventId(), asked(event), other.expected().toPlainString()));
    } else if (verdict instanceof AmountVerdict.OtherCharge other) {
      found.add(
          DifferenceKind.OTHER_CHARGE,
          event,
          "event %s: %s".formatted(event.getEventId(), String.join("; ", other.says())));
    }
  }

  private static String tariff(TollEvent event) {
    Charge charge = event.getCharge();
    return charge == null
        ? "no tariff"
        : "tariff %s version %s".formatted(charge.getTariffId(), charge.getTariffVersion());
  }

  private static String asked(TollEvent event) {
    Charge charge = event.getCharge();
    return charge == null
        ? "nothing"
        : charge.getAmount().toPlainString() + " " + charge.getCurrency();
  }
}
