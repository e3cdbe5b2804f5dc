package eu.passage.cep.toll.reconcile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a day's cameras counted, whatever it was that passed: numbers alone, so that no car enters
 * the toll path.
 *
 * @param vehicles by charging point
 * @param silent times in which a camera told nothing
 */
public record Traffic(Map<String, Long> vehicles, List<CameraDown> silent) {

  public Traffic {
    vehicles = new TreeMap<>(vehicles);
    silent = List.copyOf(silent);
  }
}
