package eu.passage.cep.alerts;

import eu.passage.avro.Alert;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.Companion;
import eu.passage.avro.Passage;
import eu.passage.avro.PlateReading;
import eu.passage.avro.TypeEstimate;
import eu.passage.cep.engine.Hit;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.PlateCode;
import eu.passage.cep.model.Rule;
import eu.passage.cep.wording.ReasonWriter;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.ids.Ids;
import eu.passage.schemas.plates.VehicleKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A rule that came true, as the alert that people and machines get. */
public final class AlertWriter {

  private final CameraTable cameras;
  private final ReasonWriter reasons;

  public AlertWriter(CameraTable cameras) {
    this.cameras = cameras;
    this.reasons = new ReasonWriter(cameras);
  }

  /**
   * The alert of a rule. It is late when any passage it rests on came late.
   *
   * @param hit with the passages of all its vehicles
   * @param passages its passages, whole
   */
  public Alert of(Hit hit, List<Passage> passages) {
    Rule rule = hit.rule().rule();
    String version = Integer.toString(hit.rule().version());
    String[] rests =
        Stream.concat(Stream.of(rule.id(), version), passages.stream().map(Passage::getPassageId))
            .toArray(String[]::new);
    Passage last = passages.get(passages.size() - 1);
    Map<String, String> sentences = reasons.of(hit);
    return AlertParts.about(last)
        .setAlertId(Ids.of(AlertParts.KIND, rests))
        .setKind(rule.kind())
        .setRuleId(rule.id())
        .setRuleVersion(hit.rule().version())
        .setSeverity(rule.severity())
        .setPurpose(rule.purpose())
        .setRecipients(new ArrayList<>(rule.recipients()))
        .setAt(Instant.ofEpochMilli(hit.at()))
        .setLate(passages.stream().anyMatch(Passage::getLate))
        .setPassages(AlertParts.references(passages))
        .setReason(sentences.getOrDefault("en", ""))
        .setReasons(new HashMap<>(sentences))
        .setCompanions(companions(last, passages))
        .build();
  }

  /** What can still be said of a passage whose record is gone. */
  public Passage withoutRecord(PassageFacts facts) {
    Optional<Camera> camera = cameras.find(facts.camera());
    String country = CountryCode.text(facts.country());
    String plate = PlateCode.text(facts.plate());
    Instant at = Instant.ofEpochMilli(facts.at());
    String id = camera.map(Camera::id).orElse("unknown");
    return Passage.newBuilder()
        .setPassageId(Ids.of("passage", id, at.toString(), plate))
        .setVehicleKey(VehicleKey.of(country, plate))
        .setCameraId(id)
        .setCameraCountry(camera.map(Camera::country).orElse(""))
        .setRoad(camera.map(Camera::road).orElse(""))
        .setZone(camera.map(Camera::zone).orElse(""))
        .setAt(at)
        .setFirstAt(at)
        .setReceivedAt(at)
        .setLate(facts.late())
        .setPlate(
            PlateReading.newBuilder()
                .setText(plate)
                .setCountry(country)
                .setConfidence(facts.confidencePercent() / 100f)
                .build())
        .setType(new TypeEstimate(facts.type(), PassageFacts.SURE))
        .setColour(new ColourEstimate(facts.colour(), PassageFacts.SURE))
        .setFromCountry(CountryCode.text(facts.from()))
        .setToCountry(CountryCode.text(facts.to()))
        .setEvidence(new ArrayList<>())
        .setModelVersion("")
        .build();
  }

  private static List<Companion> companions(Passage last, List<Passage> passages) {
    Map<String, Companion> others = new LinkedHashMap<>();
    for (Passage passage : passages) {
      if (!passage.getVehicleKey().equals(last.getVehicleKey())) {
        others.put(
            passage.getVehicleKey(),
            new Companion(
                passage.getVehicleKey(),
                passage.getPlate().getText(),
                passage.getPlate().getCountry()));
      }
    }
    return new ArrayList<>(others.values());
  }
}
