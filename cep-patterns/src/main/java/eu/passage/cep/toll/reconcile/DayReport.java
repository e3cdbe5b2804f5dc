package eu.passage.cep.toll.reconcile;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.reconcile.Ledger.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a day's toll events come to, and what does not agree.
 *
 * @param format of this report
 * @param day by the local time at the charging points
 * @param zone of that time
 * @param madeAt when
 * @param compared the copies of the events that were at hand
 * @param points every charging point at which a truck passed or an event is
 * @param camerasDown times in which a camera told nothing
 * @param differences what does not agree; none where all is well
 */
public record DayReport(
    String format,
    LocalDate day,
    ZoneId zone,
    Instant madeAt,
    List<Copy> compared,
    List<PointDay> points,
    List<CameraDown> camerasDown,
    List<Difference> differences) {

  /** A reader refuses a report of another. */
  public static final String FORMAT = "passage-toll-day-1";

  public DayReport {
    compared = List.copyOf(compared);
    points = List.copyOf(points);
    camerasDown = List.copyOf(camerasDown);
    differences = List.copyOf(differences);
  }

  /** Reconciles a day and counts what it comes to. */
  public static DayReport of(
      DayBooks books, AmountCheck amounts, List<CameraDown> camerasDown, Instant madeAt) {
    Ledger ledger = new Ledger(books);
    return new DayReport(
        FORMAT,
        books.day(),
        books.zone(),
        madeAt,
        List.copyOf(books.copies().keySet()),
        points(ledger),
        camerasDown.stream()
            .sorted(
                Comparator.comparing(CameraDown::chargingPoint)
                    .thenComparing(CameraDown::cameraId)
                    .thenComparing(CameraDown::from))
            .toList(),
        Reconciliation.differences(books, amounts));
  }

  private static List<PointDay> points(Ledger ledger) {
    Map<Place, List<TollEvent>> events =
        new TreeMap<>(Comparator.comparing(Place::chargingPoint).thenComparing(Place::originator));
    ledger
        .ofDay()
        .forEach(
            event -> events.computeIfAbsent(Place.of(event), p -> new ArrayList<>()).add(event));
    Map<String, Set<String>> passages = ledger.books().passages().orElse(Map.of());
    boolean known = ledger.books().passages().isPresent();
    Map<String, Set<String>> silent = new HashMap<>(passages);
    List<PointDay> points = new ArrayList<>();
    events.forEach(
        (place, ofPlace) -> {
          silent.remove(place.chargingPoint());
          Set<String> seen = passages.getOrDefault(place.chargingPoint(), Set.of());
          points.add(PointDay.of(place, known ? Long.valueOf(seen.size()) : null, ofPlace, ledger));
        });
    silent.forEach(
        (point, seen) ->
            points.add(
                PointDay.of(new Place("", point), Long.valueOf(seen.size()), List.of(), ledger)));
    points.sort(Comparator.comparing(PointDay::chargingPoint));
    return points;
  }
}
