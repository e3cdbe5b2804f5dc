package eu.passage.cep.followup;

import eu.passage.avro.Alert;
import eu.passage.avro.Crossing;
import eu.passage.avro.ExpectedArrival;
import eu.passage.avro.MatchTier;
import eu.passage.avro.NextPlace;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.PassageReference;
import eu.passage.avro.Pursuit;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchReference;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the other side of a border must know of a wanted vehicle: that it can soon be there, that it
 * has crossed, that it turned off. Only of matches that are sure; what a person must review first
 * is told to nobody abroad.
 */
final class Border {

  private final FollowUpSettings settings;
  private final Offences offences;
  private final UnaryOperator<String> informed;

  /**
   * @param informed whom a pursuing side must inform, by the country that is entered
   */
  Border(FollowUpSettings settings, Offences offences, UnaryOperator<String> informed) {
    this.settings = settings;
    this.offences = offences;
    this.informed = informed;
  }

  /** A vehicle was seen. */
  void seen(Alert alert, WatchReference watch, VehicleFile file, Effects effects) {
    if (watch.getTier() == MatchTier.C || watch.getEarlier() || alert.getLate()) {
      return;
    }
    PassageReference last = alert.getPassages().get(alert.getPassages().size() - 1);
    String entered = last.getToCountry();
    if (entered != null) {
      effects.border(
          new BorderNews(
              NoticeKind.CROSSED, wanted(alert, watch, crossing(alert, watch, last, entered))));
    }
    List<NextPlace> ahead = entered == null ? soon(watch.getNext(), alert.getAt()) : List.of();
    List<ExpectedArrival> before = file.takeExpected(watch.getEntryId());
    for (ExpectedArrival one : before) {
      String country = one.getCrossing().getToCountry();
      boolean stillAhead = ahead.stream().anyMatch(place -> country.equals(place.getToCountry()));
      if (!stillAhead && !country.equals(entered)) {
        effects.border(turnedOff(one, alert.getAt()));
      }
    }
    for (NextPlace place : ahead) {
      ExpectedArrival arrival = wanted(alert, watch, expected(alert, watch, last, place));
      file.expect(arrival);
      if (before.stream().noneMatch(one -> one.getCrossing().getPlace().equals(place.getPlace()))) {
        effects.border(new BorderNews(NoticeKind.EXPECTED, arrival));
      }
    }
  }

  /** Event time has come to a moment: who is not there by now is expected no longer. */
  void passed(Instant now, VehicleFile file, Effects effects) {
    file.takeOverdue(now).forEach(one -> effects.border(turnedOff(one, now)));
  }

  /** An entry is no longer in force: nobody need wait for the vehicle. */
  void callOff(String entryId, Instant now, VehicleFile file, Effects effects) {
    file.takeExpected(entryId).forEach(one -> effects.border(turnedOff(one, now)));
  }

  /** The soonest place of each country, where it can be soon. */
  private List<NextPlace> soon(List<NextPlace> next, Instant now) {
    Map<String, NextPlace> soonest = new LinkedHashMap<>();
    for (NextPlace place : next) {
      Duration away = Duration.between(now, place.getEarliestAt());
      if (place.getToCountry() != null && away.compareTo(settings.expectWithin()) <= 0) {
        soonest.putIfAbsent(place.getToCountry(), place);
      }
    }
    return List.copyOf(soonest.values());
  }

  private Crossing crossing(
      Alert alert, WatchReference watch, PassageReference last, String entered) {
    String left = last.getFromCountry();
    return common(watch, entered)
        .setPlace(last.getCameraId())
        .setRoad(last.getRoad())
        .setFromCountry(left == null ? "" : left)
        .setAt(last.getAt())
        .setSpeed(alert.getSpeed())
        .build();
  }

  private Crossing expected(
      Alert alert, WatchReference watch, PassageReference last, NextPlace place) {
    String entered = String.valueOf(place.getToCountry());
    return common(watch, entered)
        .setPlace(place.getPlace())
        .setRoad(place.getRoad())
        .setFromCountry(last.getCameraCountry())
        .setAt(place.getEarliestAt())
        .setSpeed(alert.getSpeed())
        .build();
  }

  private Crossing.Builder common(WatchReference watch, String entered) {
    // a vehicle that must not notice that it is watched is not pursued
    boolean discreet = watch.getAction() == WatchAction.DISCREET;
    return Crossing.newBuilder()
        .setToCountry(entered)
        .setPursuit(discreet ? Pursuit.NOT_ALLOWED : offences.pursuit(watch.getOffence()))
        .setPursuitBasis(offences.basis())
        .setInform(informed.apply(entered));
  }

  private ExpectedArrival wanted(Alert alert, WatchReference watch, Crossing crossing) {
    return ExpectedArrival.newBuilder()
        .setAlertId(alert.getAlertId())
        .setEntryId(watch.getEntryId())
        .setVehicleKey(alert.getVehicleKey())
        .setPlate(alert.getPlate())
        .setCountry(alert.getCountry())
        .setAction(watch.getAction())
        .setOffence(watch.getOffence())
        .setCaseNumber(watch.getCaseNumber())
        .setLegalBasis(watch.getLegalBasis())
        .setCrossing(crossing)
        .setSeverity(alert.getSeverity())
        .setPurpose(alert.getPurpose())
        .setRecipients(alert.getRecipients())
        .setUntil(crossing.getAt().plus(settings.arrivalSlack()))
        .build();
  }

  private static BorderNews turnedOff(ExpectedArrival one, Instant now) {
    Crossing crossing = Crossing.newBuilder(one.getCrossing()).setAt(now).build();
    return new BorderNews(
        NoticeKind.TURNED_OFF, ExpectedArrival.newBuilder(one).setCrossing(crossing).build());
  }
}
