package eu.passage.jobs.police;

import eu.passage.avro.Notice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The alerts that a person may mean by the beginning of an id, as cards show it, with or without
 * what all ids begin with. For one thread.
 */
final class FoundAlerts {

  private static final String KIND = "alert-";

  private final String beginning;
  private final Map<String, String> vehicleById = new TreeMap<>();

  FoundAlerts(String beginning) {
    this.beginning = beginning.startsWith(KIND) ? beginning : KIND + beginning;
  }

  /** Takes what the recipient was told. */
  void hear(Notice notice) {
    if (notice.getAlertId().startsWith(beginning)) {
      vehicleById.put(notice.getAlertId(), notice.getVehicleKey());
    }
  }

  /** Their ids, in order; one that is written out whole stands alone. */
  List<String> ids() {
    return vehicleById.containsKey(beginning)
        ? List.of(beginning)
        : List.copyOf(vehicleById.keySet());
  }

  /** The key under which actions on one of them stay in order. */
  String vehicleKey(String id) {
    String key = vehicleById.get(id);
    if (key == null) {
      throw new IllegalArgumentException(id + " was not found");
    }
    return key;
  }
}
