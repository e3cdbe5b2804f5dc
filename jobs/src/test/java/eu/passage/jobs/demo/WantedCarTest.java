package eu.passage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Notice;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.Pursuit;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.CommittedReader;
import eu.passage.jobs.kafka.Eventually;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.ScenarioPainter;
import eu.passage.jobs.scenario.ScenarioSettings;
import eu.passage.jobs.scenario.Story;
import eu.passage.jobs.scenario.TruePassage;
import eu.passage.schemas.Topic;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The demonstration with a camera inland, from pictures taken by night to notices in French. */
@Timeout(300)
class WantedCarTest {

  private static final long SEED = 1;

  private final PassageConfig config =
      ConfigFile.read(Path.of("../deploy/examples/inland-camera.yaml"));
  private final Scenario scenario = theWantedCarAlone();

  @Test
  void itIsReadInTheDarkExpectedInFranceAndSeenToCross() throws Exception {
    try (LiveSystem system = LiveSystem.start(config, scenario.watchlist());
        Cameras cameras =
            system.film(new ScenarioFrames(scenario, new ScenarioPainter(SEED), false));
        var told =
            new CommittedReader<>(Topic.noticesOf("ccpd-tournai"), Notice.class, system.config())) {
      system.await("all frames published", cameras::areDone);
      List<Notice> notices =
          Eventually.read(told, all -> all.stream().anyMatch(WantedCarTest::isCrossed));

      assertThat(notices)
          .extracting(Notice::getKind)
          .containsExactly(
              NoticeKind.ALERT, NoticeKind.EXPECTED, NoticeKind.ALERT, NoticeKind.CROSSED);
      TruePassage border = scenario.passages().get(1);
      assertThat(notices.get(1).getAt()).isBefore(border.at());
      assertThat(notices.get(3).getTexts().get("fr"))
          .contains("Depuis TOU-1, il roulait en moyenne");
      assertThat(List.of(notices.get(1), notices.get(3)))
          .allSatisfy(
              notice -> {
                assertThat(notice.getCrossing().getPlace()).isEqualTo(border.cameraId());
                assertThat(notice.getCrossing().getPursuit()).isEqualTo(Pursuit.ALLOWED);
                assertThat(notice.getTexts().get("fr"))
                    .contains("vol aggravé", "en France par EST-3 (Néchin - Toufflers)");
              });
    }
  }

  private static boolean isCrossed(Notice notice) {
    return notice.getKind() == NoticeKind.CROSSED;
  }

  private Scenario theWantedCarAlone() {
    Scenario night =
        Scenario.of(
            ScenarioSettings.shortDay(SEED), config.catalogue(), config.detection().roads());
    return new Scenario(
        SEED,
        night.passages().stream().filter(p -> p.story() == Story.WANTED_BY_NIGHT).toList(),
        night.watchlist());
  }
}
