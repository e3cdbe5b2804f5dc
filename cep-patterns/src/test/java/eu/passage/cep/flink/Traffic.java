package eu.passage.cep.flink;

import eu.passage.avro.Passage;
import eu.passage.avro.VehicleType;
import eu.passage.cep.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Random traffic over a border. One vehicle's own passages are further apart than {@link
 * #OUT_OF_ORDER_MS}, since cameras are kilometres apart; every other vehicle has one that often
 * passes with it.
 */
final class Traffic {

  /** So much later than it happened a passage may arrive. */
  static final long OUT_OF_ORDER_MS = 30_000;

  private static final Instant START = Samples.local("2026-03-10T00:00");
  private static final long APART_MS = 3 * OUT_OF_ORDER_MS;
  private static final long MOST_APART_MS = 4 * 3_600_000L;
  private static final int VEHICLES = 8;
  private static final int PASSAGES = 12;

  private Traffic() {}

  /** In the order it happens. */
  static List<Passage> random(Random random) {
    List<Passage> traffic = new ArrayList<>();
    for (int vehicle = 0; vehicle < VEHICLES; vehicle += 2) {
      Instant at = START;
      for (int i = 0; i < PASSAGES; i++) {
        at = at.plusMillis(APART_MS + random.nextLong(MOST_APART_MS));
        String crossing = List.of("FR>BE", "BE>FR", "").get(random.nextInt(3));
        String camera = "EST-" + (1 + random.nextInt(3));
        traffic.add(passage(at, vehicle, crossing, camera));
        if (random.nextInt(4) > 0) {
          Instant near = at.plusMillis(random.nextLong(25_000));
          traffic.add(passage(near, vehicle + 1, crossing, camera));
        }
      }
    }
    traffic.sort(Comparator.comparing(Passage::getAt));
    return traffic;
  }

  private static Passage passage(Instant at, int vehicle, String crossing, String camera) {
    VehicleType type = vehicle % 4 < 2 ? VehicleType.CAR : VehicleType.TRUCK;
    return Samples.passage(at, "1ABC%03d".formatted(vehicle), crossing, camera, type);
  }
}
