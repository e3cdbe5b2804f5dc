package eu.passage.cep.alerts;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertKind;
import eu.passage.avro.MatchTier;
import eu.passage.avro.NextPlace;
import eu.passage.avro.Passage;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchReference;
import eu.passage.cep.patterns.WatchlistHit;
import eu.passage.cep.roads.RoadGraph;
import eu.passage.cep.watch.Confirmation;
import eu.passage.cep.watch.ListAge;
import eu.passage.cep.watch.Sighting;
import eu.passage.schemas.ids.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A vehicle of the watchlist that passed, as the alert that people and machines get. */
public final class WatchAlertWriter {

  private final RoadGraph roads;
  private final WatchReasons reasons = new WatchReasons();

  /**
   * @param roads where a vehicle can be next
   */
  public WatchAlertWriter(RoadGraph roads) {
    this.roads = roads;
  }

  /**
   * The alert of a watch entry. It is late also when the passage came before the entry, or before
   * what confirms it.
   *
   * @param age of the entry, or of the list that it came with
   * @param now event time, from which the age of an earlier passage is said
   */
  public Alert of(Sighting sighting, ListAge age, Instant now) {
    Passage passage = sighting.passage();
    WatchEntry entry = sighting.entry();
    Alert alert =
        AlertParts.about(passage)
            .setAlertId(
                Ids.of(
                    AlertParts.KIND,
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
            .setPassages(AlertParts.references(List.of(passage)))
            .setReason("")
            .setWatch(watch(sighting, age))
            .build();
    Map<String, String> sentences = reasons.of(alert, sighting.confirmation(), age.staleAt(), now);
    alert.setReasons(new HashMap<>(sentences));
    alert.setReason(sentences.getOrDefault("en", ""));
    return alert;
  }

  private WatchReference watch(Sighting sighting, ListAge age) {
    WatchEntry entry = sighting.entry();
    Confirmation confirmation = sighting.confirmation();
    return WatchReference.newBuilder()
        .setEntryId(entry.getEntryId())
        .setVersion(entry.getVersion())
        .setPlate(entry.getPlate())
        .setCountry(entry.getCountry())
        .setAction(entry.getAction())
        .setOffence(entry.getOffence())
        .setLegalBasis(entry.getLegalBasis())
        .setCaseNumber(entry.getCaseNumber())
        .setMadeAt(age.madeAt())
        .setStartsAt(entry.getStartsAt())
        .setList(entry.getList())
        .setTier(MatchTier.valueOf(sighting.tier().name()))
        .setEarlier(sighting.earlier())
        .setNext(next(sighting))
        .setDiffers(new ArrayList<>(sighting.differs()))
        .setType(sighting.agreements().type())
        .setColour(sighting.agreements().colour())
        .setMake(sighting.agreements().make())
        .setConfirmedBy(confirmation == null ? null : confirmation.camera())
        .build();
  }

  /** Nothing for a passage that is not now: by the time that people read of it, it is not there. */
  private List<NextPlace> next(Sighting sighting) {
    Passage passage = sighting.passage();
    return sighting.earlier() || passage.getLate()
        ? new ArrayList<>()
        : roads.next(
            passage.getCameraId(), passage.getDirection(), passage.getToCountry(), passage.getAt());
  }
}
