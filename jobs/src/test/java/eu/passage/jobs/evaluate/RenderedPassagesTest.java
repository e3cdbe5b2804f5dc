package eu.passage.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.ScenarioSettings;
import eu.passage.jobs.scenario.TruePassage;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenderedPassagesTest {

  @Test
  void aCommuterIsMeasuredOnceHoweverOftenHePasses() {
    List<TruePassage> passages =
        Scenario.of(ScenarioSettings.threeWeeks(11), ConfigFile.defaults().catalogue()).passages();
    assertThat(passages.subList(0, 300))
        .extracting(TruePassage::vehicle)
        .anyMatch(v -> passes(passages, v) > 1);
    List<TruePassage> once = RenderedPassages.oneOfEachVehicle(passages, 300);
    assertThat(once).hasSize(300).isSubsetOf(passages);
    assertThat(once).extracting(TruePassage::vehicle).doesNotHaveDuplicates();
  }

  private static long passes(List<TruePassage> passages, Object vehicle) {
    return passages.stream().filter(passage -> passage.vehicle().equals(vehicle)).count();
  }
}
