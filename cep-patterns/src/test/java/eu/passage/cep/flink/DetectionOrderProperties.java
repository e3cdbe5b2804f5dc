package eu.passage.cep.flink;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.Passage;
import eu.passage.avro.RuleSource;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.Samples;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever disturbs the job, the alerts are those of a job that nothing disturbed. Cameras are not
 * in step: passages reach detection up to the watermark's delay out of order.
 */
class DetectionOrderProperties {

  private static final DetectionSettings SETTINGS = Samples.SETTINGS.withRules(RuleTexts.ALL_KINDS);

  /** What happens between two passages. */
  private interface Disturbance {
    void between(DetectionHarness detection) throws Exception;
  }

  private static final Disturbance NONE = detection -> {};

  @Property(tries = 4, shrinking = ShrinkingMode.OFF)
  void passagesOutOfOrderWithinTheWatermarkGiveTheSameAlerts(@ForAll Random random)
      throws Exception {
    List<Passage> traffic = Traffic.random(random);

    List<Alert> inOrder = detect(traffic, 1, NONE);
    List<Alert> outOfOrder = detect(arriving(traffic, random), 1, NONE);

    assertThat(inOrder).extracting(Alert::getAlertId).doesNotHaveDuplicates();
    assertThat(inOrder).extracting(Alert::getRuleId).contains("stays", "together");
    assertThat(inOrder)
        .extracting(Alert::getWatch)
        .anyMatch(w -> w != null && w.getEntryId().equals("W-2"));
    assertThat(told(outOfOrder)).containsExactlyInAnyOrderElementsOf(told(inOrder));
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void restartsAndOtherParallelismsGiveTheSameAlerts(@ForAll Random random) throws Exception {
    List<Passage> traffic = Traffic.random(random);
    List<Passage> arriving = arriving(traffic, random);
    int[] next = {0};
    int[] parallelisms = {3, 2, 2, 5, 1};
    Disturbance restarts =
        detection -> {
          if (random.nextInt(traffic.size()) < parallelisms.length) {
            detection.restart(parallelisms[next[0]++ % parallelisms.length]);
          }
        };

    assertThat(told(detect(arriving, 1, restarts)))
        .containsExactlyInAnyOrderElementsOf(told(detect(traffic, 1, NONE)));
    assertThat(next[0]).as("restarts").isPositive();
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void rulesReplacedInMidStreamGiveTheSameAlerts(@ForAll Random random) throws Exception {
    List<Passage> traffic = Traffic.random(random);
    Map<String, RuleSource> inForce = new HashMap<>();
    RuleTexts.ALL_KINDS.forEach(rule -> inForce.put(rule.getRuleId(), rule));
    Disturbance replaces =
        detection -> {
          if (random.nextInt(8) == 0) {
            RuleSource rule = RuleTexts.ALL_KINDS.get(random.nextInt(RuleTexts.ALL_KINDS.size()));
            RuleSource again = RuleTexts.again(inForce.get(rule.getRuleId()));
            inForce.put(rule.getRuleId(), again);
            detection.deploy(again);
          }
        };

    List<Alert> replaced = detect(arriving(traffic, random), 2, replaces);

    assertThat(replaced.stream().map(Finding::of))
        .containsExactlyInAnyOrderElementsOf(
            detect(traffic, 1, NONE).stream().map(Finding::of).toList());
    assertThat(replaced).extracting(Alert::getRuleVersion).anyMatch(version -> version > 1);
  }

  /** The ids, and enough beside them for a person to see what differs. */
  private static List<String> told(List<Alert> alerts) {
    return alerts.stream()
        .map(a -> a.getAlertId() + " " + a.getRuleId() + " " + a.getPlate() + " " + a.getAt())
        .toList();
  }

  private static List<Passage> arriving(List<Passage> traffic, Random random) {
    Map<Passage, Long> arrival = new HashMap<>();
    traffic.forEach(
        p -> arrival.put(p, p.getAt().toEpochMilli() + random.nextLong(Traffic.OUT_OF_ORDER_MS)));
    return traffic.stream().sorted(Comparator.comparing(arrival::get)).toList();
  }

  /** Of passages in the order they arrive. */
  private static List<Alert> detect(
      List<Passage> passages, int parallelism, Disturbance disturbance) throws Exception {
    try (DetectionHarness detection = new DetectionHarness(SETTINGS, parallelism)) {
      detection.watch(Samples.entry("W-1", "1ABC003", "2026-03-01T00:00", "2026-04-01T00:00"));
      WatchEntry wild = Samples.entry("W-2", "1A?C*", "2026-03-01T00:00", "2026-04-01T00:00");
      wild.setToCountry("BE");
      detection.watch(wild);
      long newest = Long.MIN_VALUE;
      for (Passage passage : passages) {
        detection.pass(passage);
        newest = Math.max(newest, passage.getAt().toEpochMilli());
        detection.watermark(newest - Traffic.OUT_OF_ORDER_MS);
        disturbance.between(detection);
      }
      detection.end();
      assertThat(detection.deadLetters()).isEmpty();
      assertThat(detection.timers()).as("timers").isZero();
      return detection.alerts();
    }
  }
}
