package eu.passage.cep.toll.reconcile;

import eu.passage.avro.TollEvent;
import java.util.ArrayList;
import java.util.List;

/** The differences found so far. */
final class Found {

  private final List<Difference> differences = new ArrayList<>();

  void add(DifferenceKind kind, TollEvent event, String says) {
    differences.add(
        new Difference(
            kind, event.getOriginator(), event.getChargingPoint(), event.getEventId(), says));
  }

  void add(DifferenceKind kind, String chargingPoint, String says) {
    differences.add(new Difference(kind, "", chargingPoint, "", says));
  }

  List<Difference> inOrder() {
    return differences.stream().sorted(Difference.ORDER).toList();
  }
}
