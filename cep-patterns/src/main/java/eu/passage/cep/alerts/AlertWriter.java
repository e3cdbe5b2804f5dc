package eu.passage.cep.alerts;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertKind;
import eu.passage.avro.Colour;
import eu.passage.avro.ColourEstimate;
import eu.passage.avro.Companion;
import eu.passage.avro.MatchTier;
import eu.passage.avro.Passage;
import eu.passage.avro.PassageReference;
import eu.passage.avro.PlateReading;
import eu.passage.avro.Severity;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchReference;
import eu.passage.cep.engine.ActiveRule;
import eu.passage.cep.engine.Hit;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.PlateCode;
import eu.passage.cep.model.Rule;
import eu.passage.cep.patterns.WatchlistHit;
import eu.passage.cep.watch.Sighting;
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

/** What came true, as the alert that people and machines get. */
public final class AlertWriter {

  /** Who is told that a rule was switched off. */
  public static final String OPERATORS = "operators";

  private static final String KIND = "alert";

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
    return about(last)
        .setAlertId(Ids.of(KIND, rests))
        .setKind(rule.kind())
        .setRuleId(rule.id())
        .setRuleVersion(hit.rule().version())
        .setSeverity(rule.severity())
        .setPurpose(rule.purpose())
        .setRecipients(new ArrayList<>(rule.recipients()))
        .setAt(Instant.ofEpochMilli(hit.at()))
        .setLate(passages.stream().anyMatch(Passage::getLate))
        .setPassages(references(passages))
        .setReason(sentences.getOrDefault("en", ""))
        .setReasons(new HashMap<>(sentences))
        .setCompanions(companions(last, passages))
        .build();
  }

  /** To operators: a rule was switched off. It is about no vehicle. */
  public static Alert ruleFailed(ActiveRule failed, String message, Instant now) {
    Rule rule = failed.rule();
    String version = Integer.toString(failed.version());
    return Alert.newBuilder()
        .setAlertId(Ids.of(KIND, "rule-failed", rule.id(), version))
        .setKind(AlertKind.OTHER)
        .setRuleId(rule.id())
        .setRuleVersion(failed.version())
        .setSeverity(Severity.HIGH)
        .setPurpose("operations")
        .setRecipients(new ArrayList<>(List.of(OPERATORS)))
        .setAt(now)
        .setVehicleKey("")
        .setPlate("")
        .setType(new TypeEstimate(VehicleType.UNKNOWN, 0f))
        .setColour(new ColourEstimate(Colour.UNKNOWN, 0f))
        .setPassages(new ArrayList<>())
        .setReason(
            "Rule %s version %s failed and was switched off: %s"
                .formatted(rule.id(), version, message))
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

  /** The alert of a watch entry. It is late also when the passage came before the entry. */
  public static Alert of(Sighting sighting) {
    Passage passage = sighting.passage();
    WatchEntry entry = sighting.entry();
    return about(passage)
        .setAlertId(
            Ids.of(
                KIND,
                WatchlistHit.ID,
                Integer.toString(WatchlistHit.VERSION),
                entry.getEntryId(),
                passage.getPassageId()))
        .setKind(AlertKind.WATCHLIST)
        .setRuleId(WatchlistHit.ID)
        .setRuleVersion(WatchlistHit.VERSION)
        .setSeverity(WatchlistHit.severity(sighting))
        .setPurpose(entry.getPurpose())
        .setRecipients(new ArrayList<>(entry.getRecipients()))
        .setAt(passage.getAt())
        .setLate(passage.getLate() || sighting.earlier())
        .setPassages(references(List.of(passage)))
        .setReason(WatchlistHit.reason(sighting))
        .setWatch(watch(sighting))
        .build();
  }

  private static Alert.Builder about(Passage passage) {
    return Alert.newBuilder()
        .setVehicleKey(passage.getVehicleKey())
        .setPlate(passage.getPlate().getText())
        .setCountry(passage.getPlate().getCountry())
        .setType(passage.getType())
        .setColour(passage.getColour())
        .setMake(passage.getMake());
  }

  private static WatchReference watch(Sighting sighting) {
    WatchEntry entry = sighting.entry();
    return WatchReference.newBuilder()
        .setEntryId(entry.getEntryId())
        .setVersion(entry.getVersion())
        .setPlate(entry.getPlate())
        .setCountry(entry.getCountry())
        .setAction(entry.getAction())
        .setOffence(entry.getOffence())
        .setLegalBasis(entry.getLegalBasis())
        .setCaseNumber(entry.getCaseNumber())
        .setMadeAt(entry.getMadeAt())
        .setTier(MatchTier.valueOf(sighting.tier().name()))
        .build();
  }

  private static List<PassageReference> references(List<Passage> passages) {
    List<PassageReference> references = new ArrayList<>(passages.size());
    passages.forEach(passage -> references.add(reference(passage)));
    return references;
  }

  private static PassageReference reference(Passage passage) {
    PassageReference reference = new PassageReference(); // a builder costs more than all the rest
    reference.setPassageId(passage.getPassageId());
    reference.setCameraId(passage.getCameraId());
    reference.setCameraCountry(passage.getCameraCountry());
    reference.setRoad(passage.getRoad());
    reference.setAt(passage.getAt());
    reference.setFromCountry(passage.getFromCountry());
    reference.setToCountry(passage.getToCountry());
    reference.setPlate(passage.getPlate().getText());
    reference.setConfidence(passage.getPlate().getConfidence());
    reference.setEvidence(passage.getEvidence());
    return reference;
  }
}
