package eu.passage.jobs.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.demo.Stage;
import eu.passage.jobs.demo.Summary;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.ScenarioSettings;
import eu.passage.jobs.scenario.TrueFrame;
import eu.passage.jobs.scenario.TruePassage;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RequestsTest {

  private static final Summary NOTHING =
      new Summary(
          0,
          0,
          0,
          Map.of(),
          Map.of(),
          0,
          Map.of(),
          0,
          Optional.empty(),
          Optional.empty(),
          Duration.ZERO);

  private final Scenario scenario =
      Scenario.of(ScenarioSettings.threeWeeks(1), ConfigFile.defaults().catalogue());
  private final TruePassage passage = scenario.passages().get(3);
  private final Map<String, Long> published = new HashMap<>();
  private final Stage stage =
      new Stage(
          ConfigFile.defaults(),
          scenario,
          id ->
              published.containsKey(id)
                  ? OptionalLong.of(published.get(id))
                  : OptionalLong.empty());
  private final Requests requests = new Requests();

  @Test
  void aPassageAfterTheEffectMustBeTold() {
    requests.asked("live-3", passage.vehicle());
    requests.active("live-3");
    publish();
    requests.told("live-3", passage.at());
    requests.judge(stage);

    LiveReport report = requests.report(NOTHING);
    assertThat(report.watched()).isEqualTo(1);
    assertThat(report.told()).isEqualTo(1);
    assertThat(report.effects().count()).isEqualTo(1);
    assertThat(requests.isNew(passage.vehicle())).isFalse();
  }

  @Test
  void anAlertOfAnotherMomentIsNotThePassages() {
    requests.asked("live-3", passage.vehicle());
    requests.active("live-3");
    publish();
    requests.told("live-3", passage.at().minusSeconds(60));
    requests.judge(stage);

    assertThat(requests.report(NOTHING).told()).isZero();
    assertThat(requests.report(NOTHING).targets()).anyMatch(target -> !target.isMet());
  }

  @Test
  void whatPassedBeforeTheEffectNeedNotBeTold() {
    publish();
    requests.asked("live-3", passage.vehicle());
    requests.active("live-3");
    requests.judge(stage);

    assertThat(requests.report(NOTHING).watched()).isZero();
  }

  private void publish() {
    for (TrueFrame frame : scenario.framesOf(passage)) {
      published.put(frame.frameId(), System.nanoTime());
    }
  }
}
