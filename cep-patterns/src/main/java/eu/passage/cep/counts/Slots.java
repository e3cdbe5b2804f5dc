package eu.passage.cep.counts;

import eu.passage.avro.CameraCount;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What holds of each slot of each camera: the highest revision, and of equal ones the last. */
public final class Slots {

  private final Map<String, Map<Instant, CameraCount>> byCamera = new TreeMap<>();

  /** One more record, in the order of the topic. */
  public void add(CameraCount count) {
    byCamera
        .computeIfAbsent(count.getCameraId(), camera -> new TreeMap<>())
        .merge(
            count.getStartsAt(),
            count,
            (before, now) -> now.getRevision() >= before.getRevision() ? now : before);
  }

  /** What holds, in the order of time, of one camera; nothing of one that counted nothing. */
  public Collection<CameraCount> of(String cameraId) {
    return byCamera.getOrDefault(cameraId, Map.of()).values();
  }

  /**
   * What passed each charging point, by slot. Cameras of one point see the same spot, so what they
   * count must not be added: in each slot the one that saw most has the word. So another that is
   * down, or looks the wrong way, takes nothing away.
   */
  public Map<String, Map<Instant, CameraCount>> byPoint() {
    Map<String, Map<Instant, CameraCount>> points = new TreeMap<>();
    for (Map<Instant, CameraCount> slots : byCamera.values()) {
      for (CameraCount count : slots.values()) {
        String point = count.getChargingPoint();
        if (point != null) {
          points
              .computeIfAbsent(point, one -> new TreeMap<>())
              .merge(count.getStartsAt(), count, (a, b) -> vehicles(b) > vehicles(a) ? b : a);
        }
      }
    }
    return points;
  }

  /** All that passed a camera in a slot, plate or not: at least so many. */
  public static long vehicles(CameraCount count) {
    return (long) count.getPlatesRead() + count.getPlatesNotRead();
  }
}
