package eu.passage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertKind;
import eu.passage.avro.MatchTier;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchReference;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.console.Style;
import eu.passage.jobs.scenario.ExpectedAlert;
import eu.passage.jobs.scenario.Oracle;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.ScenarioSettings;
import eu.passage.jobs.scenario.TruePassage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CardsTest {

  private final Scenario scenario =
      Scenario.of(ScenarioSettings.shortDay(7), ConfigFile.defaults().catalogue());
  private final Records records = new Records(scenario);
  private final TruePassage first = scenario.passages().get(0);
  private final Alert alert = records.alert(new ExpectedAlert("night-dash", List.of(first)));
  private final Cards plain = new Cards(Style.PLAIN, ScenarioSettings.ZONE);

  @Test
  void anAlertTellsWhoWhyWhereWhenAndWhomItGoesTo() {
    String card = String.join("\n", plain.alert(alert));
    assertThat(card)
        .contains("HIGH", "night-dash", first.vehicle().plate(), first.vehicle().country())
        .contains(first.vehicle().colour().name().toLowerCase(Locale.ROOT) + " car")
        .contains("It did what night-dash says.")
        .contains(first.cameraId() + " " + first.from() + ">" + first.to() + " 98 %")
        .contains("Mon 3 Mar 02:1", "to police-be");
  }

  @Test
  void aDiscreetEntryIsNeverShownAsStop() {
    String card = String.join("\n", plain.alert(hit(WatchAction.DISCREET)));
    assertThat(card).contains("DISCREET").doesNotContainIgnoringCase("stop");
  }

  @Test
  void aWatchlistHitTellsTheBasisTheTierAndTheAgeOfTheList() {
    String card = String.join("\n", plain.alert(hit(WatchAction.STOP)));
    assertThat(card).contains("STOP", "tier B", "theft", "art. 44", "made 12 days ago");
  }

  @Test
  void aTollEventTellsTheTruckTheRoadAndThatNoTariffApplies() {
    TruePassage truck = Oracle.tolls(scenario.passages()).get(0);
    assertThat(plain.toll(records.toll(truck)))
        .contains(truck.vehicle().plate(), truck.cameraId(), "road", "no tariff applies");
  }

  @Test
  void withoutColoursThereAreNoEscapes() {
    assertThat(String.join("", plain.alert(alert))).doesNotContain("\u001b");
  }

  @Test
  void withColoursThereAre() {
    Cards coloured = new Cards(Style.COLOURED, ScenarioSettings.ZONE);
    assertThat(String.join("", coloured.alert(alert))).contains("\u001b[1;31m");
  }

  @Test
  void coloursAreForTerminalsThatWantThem() {
    assertThat(Style.forTerminal(true, Map.of())).isEqualTo(Style.COLOURED);
    assertThat(Style.forTerminal(false, Map.of())).isEqualTo(Style.PLAIN);
    assertThat(Style.forTerminal(true, Map.of("NO_COLOR", "1"))).isEqualTo(Style.PLAIN);
    assertThat(Style.forTerminal(true, Map.of("NO_COLOR", ""))).isEqualTo(Style.COLOURED);
    assertThat(Style.forTerminal(true, Map.of("TERM", "dumb"))).isEqualTo(Style.PLAIN);
  }

  private Alert hit(WatchAction action) {
    return Alert.newBuilder(alert)
        .setKind(AlertKind.WATCHLIST)
        .setWatch(
            WatchReference.newBuilder()
                .setEntryId("entry-1")
                .setVersion(1)
                .setPlate(alert.getPlate())
                .setCountry("FR")
                .setAction(action)
                .setOffence("theft")
                .setLegalBasis("art. 44")
                .setCaseNumber("case")
                .setMadeAt(alert.getAt().minus(Duration.ofDays(12)))
                .setTier(MatchTier.B)
                .build())
        .build();
  }
}
