package eu.passage.cep.flink;

import static eu.passage.cep.Samples.plate;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.Passage;
import eu.passage.avro.PlateReading;
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
 * Which reads of a listed vehicle are told does not depend on the order in which cameras' reads
 * arrive within the watermark's delay, nor on restarts meanwhile.
 */
class WatchOrderProperties {

  private static final String LISTED = "1ABC238";
  private static final Instant START = Samples.local("2026-03-10T08:00");
  private static final long OUT_OF_ORDER_MS = 120_000;
  private static final int PASSAGES = 15;

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void theSameReadsAreToldInWhateverOrderTheyArrive(@ForAll Random random) throws Exception {
    List<Passage> passages = passages(random);
    Map<Passage, Long> arrival = new HashMap<>();
    passages.forEach(
        p -> arrival.put(p, p.getAt().toEpochMilli() + random.nextLong(OUT_OF_ORDER_MS)));
    List<Passage> arriving = passages.stream().sorted(Comparator.comparing(arrival::get)).toList();

    List<Alert> inOrder = detect(passages, random, 0);

    assertThat(inOrder).extracting(Alert::getAlertId).doesNotHaveDuplicates();
    assertThat(inOrder).anyMatch(Alert::getLate).anyMatch(alert -> !alert.getLate());
    assertThat(told(detect(arriving, random, 3)))
        .containsExactlyInAnyOrderElementsOf(told(inOrder));
  }

  private static List<String> told(List<Alert> alerts) {
    return alerts.stream()
        .map(
            a ->
                a.getAlertId()
                    + " "
                    + a.getPlate()
                    + " "
                    + a.getAt()
                    + " "
                    + a.getWatch().getTier())
        .toList();
  }

  /**
   * In the order they happen: first a misread and the read that confirms it, then any reads, often
   * near each other and sometimes further apart than a confirmation reaches.
   */
  private static List<Passage> passages(Random random) {
    List<Passage> passages = new ArrayList<>();
    Instant at = START;
    passages.add(passage(at, plate("1ABC233", 0.6, LISTED, 0.3), 1));
    at = at.plusSeconds(600);
    passages.add(passage(at, plate(LISTED, 0.97), 2));
    while (passages.size() < PASSAGES) {
      at = at.plusSeconds(10 + random.nextInt(random.nextInt(3) == 0 ? 7200 : 100));
      passages.add(passage(at, reading(random), 1 + random.nextInt(3)));
    }
    return passages;
  }

  private static PlateReading reading(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> plate(LISTED, 0.97);
      case 1 -> plate(LISTED, 0.6);
      case 2, 3 -> plate("1ABC233", 0.6, LISTED, 0.3);
      case 4, 5 -> plate("1ARC238", 0.7, LISTED, 0.2);
      case 6 -> plate("1ABC236", 0.9, LISTED, 0.05);
      case 7 -> plate("1A8C238", 0.97);
      case 8 -> plate("1A8C233", 0.5, "1A8C238", 0.4);
      default -> plate("1XYZ111", 0.97);
    };
  }

  private static Passage passage(Instant at, PlateReading plate, int camera) {
    Passage passage =
        Samples.passage(at, plate.getText(), "FR>BE", "EST-" + camera, VehicleType.CAR);
    passage.setPlate(plate);
    return passage;
  }

  /**
   * @param restarts about so many
   */
  private static List<Alert> detect(List<Passage> passages, Random random, int restarts)
      throws Exception {
    try (DetectionHarness detection = new DetectionHarness(Samples.SETTINGS, 2)) {
      detection.watch(Samples.entry("W-1", LISTED, "2026-03-01T00:00", "2026-04-01T00:00"));
      long newest = Long.MIN_VALUE;
      for (Passage passage : passages) {
        detection.pass(passage);
        newest = Math.max(newest, passage.getAt().toEpochMilli());
        detection.watermark(newest - OUT_OF_ORDER_MS);
        if (random.nextInt(PASSAGES) < restarts) {
          detection.restart(1 + random.nextInt(3));
        }
      }
      detection.end();
      assertThat(detection.timers()).as("timers").isZero();
      return detection.alerts().stream().filter(a -> a.getWatch() != null).toList();
    }
  }
}
