package eu.passage.cep.followup;

import eu.passage.avro.Alert;
import eu.passage.avro.Crossing;
import eu.passage.avro.Direction;
import eu.passage.avro.ExpectedArrival;
import eu.passage.avro.MatchTier;
import eu.passage.avro.NextPlace;
import eu.passage.avro.NoticeKind;
import eu.passage.avro.OpenAlert;
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
  private final Pace pace;

  /**
   * @param informed whom a pursuing side must inform, by the country that is entered
   */
  Border(FollowUpSettings settings, Offences offences, UnaryOperator<String> informed, Pace pace) {
    this.settings = settings;
    this.offences = offences;
    this.informed = informed;
    this.pace = pace;
  }

  /**
   * A vehicle was seen.
   *
   * @param earlier its open alerts of the same entry, oldest first
   */
  void seen(
      Alert alert,
      WatchReference watch,
      List<OpenAlert> earlier,
      VehicleFile file,
      Effects effects) {
    if (watch.getTier() == MatchTier.C || watch.getEarlier() || alert.getLate()) {
      return;
    }
    PassageReference last = alert.getPassages().get(alert.getPassages().size() - 1);
    Pace.Speed speed = pace.of(alert, last, earlier);
    String entered = crossed(alert, last) ? last.getToCountry() : null;
    if (entered != null) {
      effects.border(
          new BorderNews(
              NoticeKind.CROSSED, wanted(alert, watch, crossing(watch, last, entered, speed))));
    }
    List<NextPlace> ahead =
        entered == null ? soon(watch.getNext(), last, alert.getAt()) : List.of();
    List<ExpectedArrival> before = file.takeExpected(watch.getEntryId());
    for (ExpectedArrival one : before) {
      String country = one.getCrossing().getToCountry();
      boolean stillAhead = ahead.stream().anyMatch(place -> country.equals(place.getToCountry()));
      if (!stillAhead && !country.equals(entered)) {
        effects.border(turnedOff(one, alert.getAt()));
      }
    }
    for (NextPlace place : ahead) {
      ExpectedArrival arrival = wanted(alert, watch, expected(watch, last, place, speed));
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

  /**
   * Whether it is known to have left one country for another: the way that it moved tells, or the
   * countries before and after do.
   */
  private static boolean crossed(Alert alert, PassageReference last) {
    String left = last.getFromCountry();
    return last.getToCountry() != null
        && !last.getToCountry().equals(left)
        && (left != null || alert.getDirection() != Direction.UNKNOWN);
  }

  /**
   * The soonest place of each country, where it can be soon. Where a passage at a border does not
   * tell its side, ways lead also back to the country that the camera stands in: nobody knows that
   * the vehicle left it.
   */
  private List<NextPlace> soon(List<NextPlace> next, PassageReference last, Instant now) {
    Map<String, NextPlace> soonest = new LinkedHashMap<>();
    for (NextPlace place : next) {
      Duration away = Duration.between(now, place.getEarliestAt());
      if (place.getToCountry() != null
          && !place.getToCountry().equals(last.getCameraCountry())
          && away.compareTo(settings.expectWithin()) <= 0) {
        soonest.putIfAbsent(place.getToCountry(), place);
      }
    }
    return List.copyOf(soonest.values());
  }

  private Crossing crossing(
      WatchReference watch, PassageReference last, String entered, Pace.Speed speed) {
    String left = last.getFromCountry();
    return common(watch, entered)
        .setPlace(last.getCameraId())
        .setRoad(last.getRoad())
        .setFromCountry(left == null ? "" : left)
        .setAt(last.getAt())
        .setSpeed(speed.metresASecond())
        .setSpeedSince(speed.since())
        .build();
  }

  private Crossing expected(
      WatchReference watch, PassageReference last, NextPlace place, Pace.Speed speed) {
    String entered = String.valueOf(place.getToCountry());
    return common(watch, entered)
        .setPlace(place.getPlace())
        .setRoad(place.getRoad())
        .setFromCountry(last.getCameraCountry())
        .setAt(place.getEarliestAt())
        .setSpeed(speed.metresASecond())
        .setSpeedSince(speed.since())
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
