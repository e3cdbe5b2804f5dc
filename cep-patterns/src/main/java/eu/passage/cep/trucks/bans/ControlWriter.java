package eu.passage.cep.trucks.bans;

import eu.passage.avro.ControlEvent;
import eu.passage.avro.Evidence;
import eu.passage.schemas.ids.Ids;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the commune is told of a breach: evidence for a person to look at, never a fine. */
public final class ControlWriter {

  private final ControlSentence sentence = new ControlSentence();

  /** The same breach gives the same event, its id too. */
  public ControlEvent write(Breach breach) {
    Sighting last = breach.last();
    Sighting clearest = clearest(breach.passages());
    return ControlEvent.newBuilder()
        .setControlId(id(breach))
        .setKind(breach.ban().restriction().kind())
        .setBanId(breach.ban().id())
        .setBanVersion(breach.ban().version())
        .setChargingPoint(last.point())
        .setRoad(last.road())
        .setAt(last.at())
        .setPlate(clearest.plate())
        .setCountry(clearest.country())
        .setPassageIds(
            breach.passages().stream().flatMap(one -> one.passageIds().stream()).toList())
        .setSays(sentence.of(breach, clearest))
        .setConfidence(breach.confidence())
        .setEvidence(evidence(breach.passages()))
        .build();
  }

  /** The views that joined a passage later do not change it. */
  private static String id(Breach breach) {
    Stream<String> ban = Stream.of(breach.ban().id(), breach.ban().version());
    Stream<String> passages = breach.passages().stream().map(Sighting::passageId);
    return Ids.of("control", Stream.concat(ban, passages).toArray(String[]::new));
  }

  /** Reads of one vehicle may differ in characters that look alike. */
  private static Sighting clearest(List<Sighting> passages) {
    Sighting clearest = passages.get(0);
    for (Sighting passage : passages) {
      if (passage.plateConfidence() > clearest.plateConfidence()) {
        clearest = passage;
      }
    }
    return clearest;
  }

  private static List<Evidence> evidence(List<Sighting> passages) {
    return passages.stream()
        .flatMap(one -> one.evidence().stream())
        .sorted(Comparator.comparing(Evidence::getCapturedAt).thenComparing(Evidence::getFrameId))
        .toList();
  }
}
