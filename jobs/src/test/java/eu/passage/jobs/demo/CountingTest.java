package eu.passage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.measure.Latencies;
import eu.passage.jobs.scenario.ExpectedAlert;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.ScenarioSettings;
import eu.passage.jobs.scenario.TruePassage;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class CountingTest {

  private final Scenario scenario =
      Scenario.of(ScenarioSettings.shortDay(7), ConfigFile.defaults().catalogue());
  private final Records records = new Records(scenario);
  private final TruePassage first = scenario.passages().get(0);
  private final TruePassage second = scenario.passages().get(1);
  private final Tally tally = new Tally();

  @Test
  void recordsAreCountedByTopicAndAlertsByRuleAndFamily() {
    tally.add(records.passage(first));
    tally.add(records.passage(second));
    tally.add(records.alert(new ExpectedAlert("night-dash", List.of(first))));
    assertThat(tally.count(Topic.PASSAGES)).isEqualTo(2);
    assertThat(tally.count(Topic.ALERTS)).isEqualTo(1);
    assertThat(tally.count(Topic.TOLL_EVENTS)).isZero();
    assertThat(tally.alertsByRule()).isEqualTo(Map.of("night-dash", 1));
    assertThat(tally.alertsByKind()).isEqualTo(Map.of("SCHEDULE", 1));
    assertThat(tally.duplicates()).isZero();
  }

  @Test
  void anIdThatComesAgainOnItsTopicIsADuplicateAndNotCountedTwice() {
    assertThat(tally.add(records.passage(first))).isTrue();
    assertThat(tally.add(records.passage(first))).isFalse();
    assertThat(tally.count(Topic.PASSAGES)).isEqualTo(1);
    assertThat(tally.duplicates()).isEqualTo(1);
    assertThat(tally.duplicatesByTopic()).isEqualTo(Map.of(Topic.PASSAGES, 1));
  }

  @Property
  void aQuantileIsTheLeastValueThatCoversItsShare(
      @ForAll @NotEmpty List<@IntRange(max = 5000) Integer> millis,
      @ForAll @IntRange(min = 1, max = 100) int percent) {
    Latencies latencies = new Latencies();
    millis.forEach(m -> latencies.add(Duration.ofMillis(m)));
    long quantile = latencies.quantile(percent).orElseThrow();
    assertThat(millis.stream().filter(m -> m <= quantile).count() * 100L)
        .isGreaterThanOrEqualTo((long) percent * millis.size());
    assertThat(millis.stream().filter(m -> m < quantile).count() * 100L)
        .isLessThan((long) percent * millis.size());
  }

  @Test
  void quantilesOfAHundredValuesAreTheseValues() {
    Latencies latencies = new Latencies();
    LongStream.rangeClosed(1, 100).forEach(m -> latencies.add(Duration.ofMillis(m)));
    assertThat(latencies.quantile(50)).contains(50L);
    assertThat(latencies.quantile(99)).contains(99L);
    assertThat(latencies.quantile(100)).contains(100L);
    assertThat(latencies.count()).isEqualTo(100);
  }

  @Test
  void noValuesHaveNoQuantileAndNoneLiesAboveAHundredPercent() {
    assertThat(new Latencies().quantile(50)).isEmpty();
    assertThatThrownBy(() -> new Latencies().quantile(101))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
