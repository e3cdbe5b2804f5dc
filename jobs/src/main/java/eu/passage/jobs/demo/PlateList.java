package eu.passage.jobs.demo;

import eu.passage.avro.Observation;
import eu.passage.avro.PlateReading;
import eu.passage.schemas.plates.VehicleKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the plates that were read, frame by frame; texts that differ by look-alike characters
 * only count as one. For one thread.
 */
final class PlateList {

  private static final float MIN_CONFIDENCE = 0.5f;

  private final Map<String, PlateReading> surest = new HashMap<>();
  private final Map<String, Set<String>> frames = new HashMap<>();

  void add(Observation observation) {
    PlateReading plate = observation.getPlate();
    if (plate == null) {
      return;
    }
    String key = VehicleKey.fold(plate.getText());
    frames.computeIfAbsent(key, k -> new HashSet<>()).add(observation.getFrameId());
    surest.merge(key, plate, (a, b) -> a.getConfidence() >= b.getConfidence() ? a : b);
  }

  /** The plates that are more likely right than not, the surest first. */
  List<ReadPlate> plates() {
    return surest.entrySet().stream()
        .filter(entry -> entry.getValue().getConfidence() >= MIN_CONFIDENCE)
        .map(
            entry -> {
              PlateReading plate = entry.getValue();
              String country = plate.getCountry();
              return new ReadPlate(
                  plate.getText(),
                  country == null ? "" : country,
                  plate.getConfidence(),
                  frames.getOrDefault(entry.getKey(), Set.of()).size());
            })
        .sorted(
            Comparator.comparing(ReadPlate::confidence).reversed().thenComparing(ReadPlate::text))
        .toList();
  }
}
