package eu.passage.jobs.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.bench.Target;
import eu.passage.jobs.bench.rules.Growth.Mark;
import eu.passage.jobs.config.FlinkSettings.StateBackend;
import eu.passage.jobs.console.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrowthTest {

  private static final SeenOnce TRAFFIC = new SeenOnce(60_000, 60);

  @Test
  void whatStaysAsLargeAsItIsWhenHabitsAreFullMeetsTheTarget() {
    Target target = target(100, 200, 300, 310, 290, 300);
    assertThat(target.isMet()).isTrue();
    assertThat(target.figure()).isEqualTo(310 / 300.0);
    assertThat(target.what()).contains("day 30").contains("day 60").contains("heap");
  }

  @Test
  void whatGrowsOnMissesIt() {
    assertThat(target(100, 200, 300, 310, 320, 340).isMet()).isFalse();
  }

  @Test
  void whatShrinksAgainAfterItGrewMissesIt() {
    assertThat(target(100, 200, 300, 340, 300, 300).isMet()).isFalse();
  }

  @Test
  void tooFewDaysAnswerNothing() {
    assertThat(growth(100, 200, 300).target()).isEmpty();
  }

  @Test
  void bytesAreSharedAmongTheVehiclesThatMayStillBeKnown() {
    ObjectNode node = Json.object();
    growth(1_000_000, 2_000_000, 3_000_000, 3_000_000).json(node);
    assertThat(node.path("marks"))
        .extracting(mark -> mark.path("bytesPerRecentVehicle").asDouble())
        .containsExactly(100.0, 100.0, 100.0, 100.0);
  }

  @Test
  void aMissedTargetIsSaidBelowTheTable() {
    RulesReport report =
        new RulesReport(
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(growth(100, 200, 300, 310, 320, 340)),
            Optional.empty());
    assertThat(report.good()).isFalse();
    assertThat(report.table())
        .contains("heap, 60,000 vehicles seen once in 60 days")
        .contains("the longest sweep took 1.50 s, 0.90 s of them on a processor")
        .contains("MISSED   1.133 times what is kept on day 30");
  }

  private static Target target(long... bytes) {
    return growth(bytes).target().orElseThrow();
  }

  /** One mark every ten days. */
  private static Growth growth(long... bytes) {
    List<Mark> marks = new ArrayList<>();
    for (long one : bytes) {
      int day = 10 * (marks.size() + 1);
      marks.add(new Mark(day, TRAFFIC.until(day), one, 1));
    }
    return new Growth(
        StateBackend.HASHMAP,
        TRAFFIC,
        marks,
        new SweepWatch.Sweep(Duration.ofMillis(1_500), Duration.ofMillis(900)));
  }
}
