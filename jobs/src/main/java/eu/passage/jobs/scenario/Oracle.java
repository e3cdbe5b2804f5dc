package eu.passage.jobs.scenario;

import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says what must come of passages: loops over lists that mean what the shipped rules say in words,
 * and shares no code with the engine that they check.
 */
public final class Oracle {

  private static final Duration DAY = Duration.ofHours(24);
  private static final int MANY_CROSSINGS = 6;
  private static final Duration DASH = Duration.ofMinutes(90);
  private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);
  private static final Duration TRUCK_STAY = Duration.ofHours(12);

  private final List<WatchEntry> watchlist;

  /** An oracle that knows the entries of a watchlist. */
  public Oracle(List<WatchEntry> watchlist) {
    this.watchlist = List.copyOf(watchlist);
  }

  /**
   * The alerts that passages make, in no order.
   *
   * @param passages in order of time
   * @param clock up to when it is certain that nothing else passed
   */
  public List<ExpectedAlert> alerts(List<TruePassage> passages, Instant clock) {
    List<ExpectedAlert> alerts = new ArrayList<>(watchlistHits(passages));
    for (List<TruePassage> ofOne : byVehicle(passages)) {
      alerts.addAll(recurringCrossings(ofOne));
      alerts.addAll(nightDashes(ofOne));
      alerts.addAll(trucksThatStay(ofOne, clock));
    }
    return alerts;
  }

  /** The passages of trucks: each owes one toll event. */
  public static List<TruePassage> tolls(List<TruePassage> passages) {
    return passages.stream().filter(p -> p.vehicle().type() == VehicleType.TRUCK).toList();
  }

  private List<ExpectedAlert> watchlistHits(List<TruePassage> passages) {
    List<ExpectedAlert> hits = new ArrayList<>();
    for (TruePassage passage : passages) {
      for (WatchEntry entry : watchlist) {
        if (entry.getPlate().equals(passage.vehicle().plate())
            && entry.getCountry().equals(passage.vehicle().country())
            && !passage.at().isBefore(entry.getStartsAt())
            && passage.at().isBefore(entry.getExpiresAt())) {
          hits.add(new ExpectedAlert("watchlist-hit", List.of(passage)));
        }
      }
    }
    return hits;
  }

  /** Six crossings within a day, the latest six, told once a day. */
  private static List<ExpectedAlert> recurringCrossings(List<TruePassage> ofOne) {
    List<ExpectedAlert> alerts = new ArrayList<>();
    Instant quietUntil = Instant.MIN;
    for (int i = 0; i < ofOne.size(); i++) {
      TruePassage last = ofOne.get(i);
      List<TruePassage> within =
          ofOne.subList(0, i + 1).stream()
              .filter(p -> p.isCrossing() && p.at().isAfter(last.at().minus(DAY)))
              .toList();
      if (last.isCrossing() && within.size() >= MANY_CROSSINGS && !last.at().isBefore(quietUntil)) {
        List<TruePassage> latest = within.subList(within.size() - MANY_CROSSINGS, within.size());
        alerts.add(new ExpectedAlert("recurring-crossings", latest));
        quietUntil = last.at().plus(DAY);
      }
    }
    return alerts;
  }

  /** Into Belgium before five in the morning, out within 90 minutes elsewhere, told once a day. */
  private static List<ExpectedAlert> nightDashes(List<TruePassage> ofOne) {
    List<ExpectedAlert> alerts = new ArrayList<>();
    Instant quietUntil = Instant.MIN;
    for (int i = 0; i < ofOne.size(); i++) {
      TruePassage leave = ofOne.get(i);
      for (TruePassage enter : ofOne.subList(0, i)) {
        if (enter.to().equals("BE")
            && isNight(enter.at())
            && leave.to().equals("FR")
            && !leave.cameraId().equals(enter.cameraId())
            && Duration.between(enter.at(), leave.at()).compareTo(DASH) < 0
            && !leave.at().isBefore(quietUntil)) {
          alerts.add(new ExpectedAlert("night-dash", List.of(enter, leave)));
          quietUntil = leave.at().plus(DAY);
        }
      }
    }
    return alerts;
  }

  private static List<ExpectedAlert> trucksThatStay(List<TruePassage> ofOne, Instant clock) {
    List<ExpectedAlert> alerts = new ArrayList<>();
    for (TruePassage enter : ofOne) {
      Instant due = enter.at().plus(TRUCK_STAY);
      boolean left =
          ofOne.stream()
              .anyMatch(
                  p -> p.to().equals("FR") && p.at().isAfter(enter.at()) && p.at().isBefore(due));
      if (enter.vehicle().type() == VehicleType.TRUCK
          && enter.to().equals("BE")
          && !left
          && !clock.isBefore(due)) {
        alerts.add(new ExpectedAlert("truck-did-not-return", List.of(enter)));
      }
    }
    return alerts;
  }

  private static boolean isNight(Instant at) {
    return ZonedDateTime.ofInstant(at, ScenarioSettings.ZONE).toLocalTime().isBefore(NIGHT_ENDS);
  }

  private static Collection<List<TruePassage>> byVehicle(List<TruePassage> passages) {
    Map<String, List<TruePassage>> groups =
        passages.stream().collect(Collectors.groupingBy(p -> p.vehicle().plate()));
    return groups.values();
  }
}
