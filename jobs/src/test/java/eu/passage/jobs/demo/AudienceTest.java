package eu.passage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.Evidence;
import eu.passage.avro.MatchTier;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchReference;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.scenario.ExpectedAlert;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.ScenarioSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudienceTest {

  private final Scenario scenario =
      Scenario.of(ScenarioSettings.shortDay(7), ConfigFile.defaults().catalogue());
  private final Alert alert =
      new Records(scenario)
          .alert(new ExpectedAlert("night-dash", scenario.passages().subList(0, 2)));

  @Test
  void theLastFrameOfTheLastPassageCompletesAnAlert() {
    List<Evidence> frames = alert.getPassages().get(1).getEvidence();

    assertThat(Audience.completedBy(alert)).contains(frames.get(frames.size() - 1));
  }

  @Test
  void noFrameCompletesAnAbsence() {
    alert.setAt(alert.getAt().plusSeconds(1));

    assertThat(Audience.completedBy(alert)).isEmpty();
  }

  @Test
  void whatAnEntryFoundLookingBackWasThereLongBefore() {
    WatchReference watch =
        WatchReference.newBuilder()
            .setEntryId("W-1")
            .setVersion(1)
            .setPlate(alert.getPlate())
            .setCountry("BE")
            .setAction(WatchAction.OBSERVE)
            .setOffence("theft")
            .setLegalBasis("a law")
            .setCaseNumber("case")
            .setMadeAt(alert.getAt())
            .setTier(MatchTier.A)
            .build();
    alert.setWatch(watch);
    assertThat(Audience.completedBy(alert)).isPresent();

    watch.setEarlier(true);
    assertThat(Audience.completedBy(alert)).isEmpty();
  }
}
