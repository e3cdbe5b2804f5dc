package eu.passage.jobs.backtest.tally;

import static eu.passage.jobs.backtest.tally.Alerts.of;
import static eu.passage.jobs.backtest.tally.Alerts.passage;
import static eu.passage.jobs.backtest.tally.Alerts.told;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.RuleAlert;
import eu.passage.cep.engine.Outcome;
import eu.passage.jobs.backtest.tally.Comparison.Difference;
import eu.passage.jobs.backtest.tally.Comparison.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final String ONE = "2026-03-02T01:00:00Z";
  private static final String TWO = "2026-03-02T02:00:00Z";
  private static final String THREE = "2026-03-02T03:00:00Z";

  private final Comparison comparison =
      new Comparison(Map.of("dash", Duration.ZERO, "stays", Duration.ofHours(12)), 10);

  @Test
  void whatBothRaiseIsKeptAndWhatOnlyOneRaisesIsAddedOrDropped() {
    RuleAlert dropped = told("dash", ONE, "1AAA111");
    RuleAlert added = told("dash", THREE, "1BBB222");
    comparison.add(Side.OLD, "dash", dropped);
    comparison.add(Side.NEW, "dash", told("dash", TWO, "1AAA111"));
    comparison.add(Side.OLD, "dash", told("old-1", TWO, "1AAA111"));
    comparison.add(Side.NEW, "dash", added);
    comparison.finish();

    assertThat(dash().kept()).isEqualTo(1);
    assertThat(dash().addedSamples()).containsExactly(added);
    assertThat(dash().droppedSamples()).containsExactly(dropped);
    assertThat(List.of(dash().added(), dash().dropped())).containsExactly(1L, 1L);
  }

  @Test
  void twoVehiclesOfOneMomentAreTwoAlerts() {
    comparison.add(Side.OLD, "dash", told("dash", ONE, "1AAA111"));
    comparison.add(Side.NEW, "dash", told("dash", ONE, "1BBB222"));
    comparison.finish();

    assertThat(List.of(dash().kept(), dash().added(), dash().dropped()))
        .containsExactly(0L, 1L, 1L);
  }

  @Test
  void whatPeopleWouldNotHaveBeenToldIsNotCompared() {
    comparison.add(
        Side.OLD, "dash", of("dash", Outcome.ONCE, Instant.parse(ONE), passage(ONE, "1AAA111")));
    comparison.finish();

    assertThat(dash().dropped()).isZero();
  }

  @Test
  void anAbsenceIsTheSameAlertHoweverLongEachVersionWaits() {
    var entered = passage(ONE, "1AAA111");
    comparison.add(Side.NEW, "stays", of("stays", Outcome.TOLD, Instant.parse(THREE), entered));
    comparison.add(Side.NEW, "dash", told("dash", "2026-03-02T09:00:00Z", "1BBB222"));
    comparison.add(
        Side.OLD,
        "stays",
        of("old-1", Outcome.TOLD, Instant.parse("2026-03-02T13:00:00Z"), entered));
    comparison.finish();

    Difference stays = Objects.requireNonNull(comparison.rules().get("stays"));
    assertThat(List.of(stays.kept(), stays.added(), stays.dropped())).containsExactly(1L, 0L, 0L);
  }

  private Difference dash() {
    return Objects.requireNonNull(comparison.rules().get("dash"));
  }
}
