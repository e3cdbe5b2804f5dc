package eu.passage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.Passage;
import eu.passage.avro.TollEvent;
import eu.passage.jobs.scenario.ExpectedAlert;
import eu.passage.jobs.scenario.Oracle;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.TruePassage;
import eu.passage.jobs.scenario.Truth;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Holds all that came out of a live system against a scenario's truth, passage by passage. */
final class Proof {

  private final Scenario scenario;
  private final Truth truth;

  Proof(Scenario scenario) {
    this.scenario = scenario;
    this.truth = new Truth(scenario);
  }

  /** The alerts that the whole scenario must raise. */
  List<ExpectedAlert> expectedAlerts() {
    Instant end = scenario.passages().get(scenario.passages().size() - 1).at();
    return new Oracle(scenario.watchlist()).alerts(scenario.passages(), end);
  }

  /** Each true passage once, as it was; each expected alert and toll event once; no id twice. */
  void holdsFor(LiveSystem system) {
    List<Passage> passages = system.all(Passage.class);
    assertThat(passages.stream().map(this::told).sorted())
        .as("passages")
        .containsExactlyElementsOf(
            scenario.passages().stream().map(Proof::expected).sorted().toList());
    assertThat(system.all(Alert.class))
        .as("alerts")
        .extracting(
            alert -> truth.ofAlert(alert).map(Proof::line).orElse("of nothing true: " + alert))
        .containsExactlyInAnyOrderElementsOf(expectedAlerts().stream().map(Proof::line).toList());
    assertThat(system.all(TollEvent.class))
        .as("toll events")
        .extracting(toll -> truth.ofEvidence(toll.getEvidence()).map(TruePassage::number))
        .containsExactlyInAnyOrderElementsOf(
            Oracle.tolls(scenario.passages()).stream()
                .map(truck -> Optional.of(truck.number()))
                .toList());
    assertThat(system.tally().duplicatesByTopic()).as("ids that came twice").isEmpty();
  }

  private static String line(ExpectedAlert alert) {
    return alert.ruleId() + " " + alert.passages().stream().map(TruePassage::number).toList();
  }

  private String told(Passage passage) {
    return "%4d %s %s %s %s>%s %s %s"
        .formatted(
            truth.ofEvidence(passage.getEvidence()).map(TruePassage::number).orElse(-1),
            passage.getPlate().getText(),
            passage.getPlate().getCountry(),
            passage.getCameraId(),
            passage.getFromCountry(),
            passage.getToCountry(),
            passage.getDirection(),
            passage.getType().getValue());
  }

  private static String expected(TruePassage passage) {
    return "%4d %s %s %s %s>%s %s %s"
        .formatted(
            passage.number(),
            passage.vehicle().plate(),
            passage.vehicle().country(),
            passage.cameraId(),
            passage.from(),
            passage.to(),
            passage.direction(),
            passage.vehicle().type());
  }
}
