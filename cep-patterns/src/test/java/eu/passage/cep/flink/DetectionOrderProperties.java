package eu.passage.cep.flink;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.Passage;
import eu.passage.avro.VehicleType;
import eu.passage.cep.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Cameras are not in step: passages reach detection up to the watermark's delay out of order. One
 * vehicle's own passages are further apart than that, since cameras are kilometres apart.
 */
class DetectionOrderProperties {

  private static final Instant START = Samples.local("2026-03-10T00:00");
  private static final long OUT_OF_ORDER_MS = 30_000;
  private static final int VEHICLES = 10;

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void passagesOutOfOrderWithinTheWatermarkGiveTheSameAlerts(@ForAll Random random)
      throws Exception {
    List<Passage> traffic = traffic(random);
    Map<Passage, Long> arrival = new HashMap<>();
    traffic.forEach(
        p -> arrival.put(p, p.getAt().toEpochMilli() + random.nextLong(OUT_OF_ORDER_MS)));

    List<Alert> inOrder = detect(traffic, Comparator.comparing(Passage::getAt));
    List<Alert> outOfOrder = detect(traffic, Comparator.comparing(arrival::get));

    assertThat(inOrder).extracting(Alert::getAlertId).doesNotHaveDuplicates().isNotEmpty();
    assertThat(outOfOrder).containsExactlyInAnyOrderElementsOf(inOrder);
  }

  private static List<Alert> detect(List<Passage> traffic, Comparator<Passage> order)
      throws Exception {
    try (DetectionHarness detection = new DetectionHarness(Samples.SETTINGS)) {
      detection.watch(Samples.entry("W-1", "1ABC003", "2026-03-01T00:00", "2026-04-01T00:00"));
      long newest = Long.MIN_VALUE;
      for (Passage passage : traffic.stream().sorted(order).toList()) {
        detection.pass(passage);
        newest = Math.max(newest, passage.getAt().toEpochMilli());
        detection.watermark(newest - OUT_OF_ORDER_MS);
      }
      detection.end();
      detection.assertNothingIsLeft();
      return detection.alerts();
    }
  }

  private static List<Passage> traffic(Random random) {
    List<Passage> traffic = new ArrayList<>();
    for (int vehicle = 0; vehicle < VEHICLES; vehicle++) {
      Instant at = START;
      for (int i = 0; i < 15; i++) {
        at = at.plusMillis(2 * OUT_OF_ORDER_MS + random.nextLong(4 * 3_600_000L));
        traffic.add(
            Samples.passage(
                at,
                "1ABC%03d".formatted(vehicle),
                random.nextBoolean() ? "FR>BE" : "BE>FR",
                random.nextBoolean() ? "EST-1" : "EST-2",
                vehicle % 2 == 0 ? VehicleType.CAR : VehicleType.TRUCK));
      }
    }
    return traffic;
  }
}
