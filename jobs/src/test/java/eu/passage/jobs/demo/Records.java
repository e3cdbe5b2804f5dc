package eu.passage.jobs.demo;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertKind;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.Evidence;
import eu.passage.avro.Passage;
import eu.passage.avro.PassageReference;
import eu.passage.avro.PlateReading;
import eu.passage.avro.Severity;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.TypeEstimate;
import eu.passage.jobs.scenario.ExpectedAlert;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.TruePassage;
import eu.passage.schemas.plates.VehicleKey;
import java.util.List;

/** What jobs that make no mistake would write of true passages. */
final class Records {

  private final Scenario scenario;

  Records(Scenario scenario) {
    this.scenario = scenario;
  }

  Passage passage(TruePassage truth) {
    String plate = truth.vehicle().plate();
    String country = truth.vehicle().country();
    return Passage.newBuilder()
        .setPassageId("passage-" + truth.number())
        .setVehicleKey(VehicleKey.of(country, plate))
        .setCameraId(truth.cameraId())
        .setCameraCountry("BE")
        .setRoad("road")
        .setZone("zone")
        .setAt(truth.at())
        .setFirstAt(truth.at())
        .setReceivedAt(truth.at())
        .setPlate(
            PlateReading.newBuilder()
                .setText(plate)
                .setCountry(country)
                .setConfidence(0.98f)
                .build())
        .setType(type(truth))
        .setColour(colour(truth))
        .setFromCountry(truth.from())
        .setToCountry(truth.to())
        .setEvidence(evidence(truth))
        .setModelVersion("test")
        .build();
  }

  Alert alert(ExpectedAlert truth) {
    TruePassage last = truth.last();
    return Alert.newBuilder()
        .setAlertId("alert-" + truth.ruleId() + "-" + last.number())
        .setKind(AlertKind.SCHEDULE)
        .setRuleId(truth.ruleId())
        .setRuleVersion(1)
        .setSeverity(Severity.HIGH)
        .setPurpose("judicial")
        .setRecipients(List.of("police-be"))
        .setAt(last.at())
        .setVehicleKey(VehicleKey.of(last.vehicle().country(), last.vehicle().plate()))
        .setPlate(last.vehicle().plate())
        .setCountry(last.vehicle().country())
        .setType(type(last))
        .setColour(colour(last))
        .setPassages(truth.passages().stream().map(this::reference).toList())
        .setReason("It did what " + truth.ruleId() + " says.")
        .build();
  }

  TollEvent toll(TruePassage truth) {
    return TollEvent.newBuilder()
        .setEventId("toll-" + truth.number())
        .setOriginator("test")
        .setPassageId("passage-" + truth.number())
        .setStatus(TollStatus.FINAL)
        .setAt(truth.at())
        .setCameraId(truth.cameraId())
        .setCameraCountry("BE")
        .setRoad("road")
        .setFromCountry(truth.from())
        .setToCountry(truth.to())
        .setPlate(truth.vehicle().plate())
        .setCountry(truth.vehicle().country())
        .setPlateConfidence(0.98f)
        .setVehicleClass("TRUCK")
        .setClassConfidence(0.9f)
        .setEvidence(evidence(truth))
        .build();
  }

  private PassageReference reference(TruePassage truth) {
    return PassageReference.newBuilder()
        .setPassageId("passage-" + truth.number())
        .setCameraId(truth.cameraId())
        .setCameraCountry("BE")
        .setRoad("road")
        .setAt(truth.at())
        .setFromCountry(truth.from())
        .setToCountry(truth.to())
        .setPlate(truth.vehicle().plate())
        .setConfidence(0.98f)
        .setEvidence(evidence(truth))
        .build();
  }

  private List<Evidence> evidence(TruePassage truth) {
    return scenario.frames().stream()
        .filter(frame -> frame.passage().equals(truth))
        .map(
            frame ->
                Evidence.newBuilder()
                    .setFrameId(frame.frameId())
                    .setCapturedAt(frame.capturedAt())
                    .setSha256("0".repeat(64))
                    .build())
        .toList();
  }

  private static TypeEstimate type(TruePassage truth) {
    return TypeEstimate.newBuilder().setValue(truth.vehicle().type()).setConfidence(0.9f).build();
  }

  private static ColourEstimate colour(TruePassage truth) {
    return ColourEstimate.newBuilder()
        .setValue(truth.vehicle().colour())
        .setConfidence(0.9f)
        .build();
  }
}
