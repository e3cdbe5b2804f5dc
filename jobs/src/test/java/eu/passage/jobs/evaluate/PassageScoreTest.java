package eu.passage.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.ScenarioSettings;
import eu.passage.jobs.scenario.TruePassage;
import eu.passage.recognition.evaluate.Counts;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageScoreTest {

  private final TruePassage passage =
      Scenario.of(ScenarioSettings.shortDay(1), ConfigFile.defaults().catalogue())
          .passages()
          .get(0)
          .withFrames(5);

  @Test
  void aPassageThatIsNotToldIsWrongAndSoIsEachOfItsFrames() {
    PassageScore score = new PassageScore();
    score.add(passage, List.of(), List.of());
    assertThat(score.passages()).isEqualTo(new Counts(0, 1));
    assertThat(score.frames()).isEqualTo(new Counts(0, 5));
    assertThat(score.errorRatio()).isCloseTo(1, within(1e-9));
    assertThat(score.mistakes()).containsExactly(passage.vehicle().plate() + " told as []");
  }
}
