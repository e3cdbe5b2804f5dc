package eu.passage.cep.alerts;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertKind;
import eu.passage.avro.MatchTier;
import eu.passage.avro.Passage;
import eu.passage.avro.PassageReference;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchReference;
import eu.passage.cep.patterns.WatchlistHit;
import eu.passage.cep.rules.RuleHeader;
import eu.passage.cep.rules.RuleHit;
import eu.passage.cep.watch.Sighting;
import eu.passage.schemas.ids.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What came true, as the alert that people and machines get. */
public final class AlertWriter {

  private static final String KIND = "alert";

  private AlertWriter() {}

  /** The alert of a rule. It is late when any passage it rests on came late. */
  public static Alert of(RuleHit hit) {
    RuleHeader header = hit.rule().header();
    Passage last = hit.closing();
    String[] rests =
        Stream.concat(
                Stream.of(header.id(), Integer.toString(header.version())),
                hit.evidence().stream().map(Passage::getPassageId))
            .toArray(String[]::new);
    return about(last)
        .setAlertId(Ids.of(KIND, rests))
        .setKind(header.kind())
        .setRuleId(header.id())
        .setRuleVersion(header.version())
        .setSeverity(header.severity())
        .setPurpose(header.purpose())
        .setRecipients(new ArrayList<>(header.recipients()))
        .setAt(hit.at())
        .setLate(hit.evidence().stream().anyMatch(Passage::getLate))
        .setPassages(references(hit.evidence()))
        .setReason(hit.rule().reason(hit.evidence()))
        .build();
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
    return new ArrayList<>(passages.stream().map(AlertWriter::reference).toList());
  }

  private static PassageReference reference(Passage passage) {
    return PassageReference.newBuilder()
        .setPassageId(passage.getPassageId())
        .setCameraId(passage.getCameraId())
        .setCameraCountry(passage.getCameraCountry())
        .setRoad(passage.getRoad())
        .setAt(passage.getAt())
        .setFromCountry(passage.getFromCountry())
        .setToCountry(passage.getToCountry())
        .setPlate(passage.getPlate().getText())
        .setConfidence(passage.getPlate().getConfidence())
        .setEvidence(passage.getEvidence())
        .build();
  }
}
