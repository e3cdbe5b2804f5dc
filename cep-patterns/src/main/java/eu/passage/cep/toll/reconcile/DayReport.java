package eu.passage.cep.toll.reconcile;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.reconcile.Ledger.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a day's toll events come to, and what does not agree.
 *
 * @param format of this report
 * @param day by the local time at the charging points
 * @param zone of that time
 * @param madeAt when
 * @param compared the copies of the events that were at hand
 * @param points every charging point at which a truck passed or an event is
 * @param camerasDown times in which a camera told nothing; none where what cameras counted is not
 *     at hand
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

  /**
   * Reconciles a day and counts what it comes to.
   *
   * @param traffic what the day's cameras counted, where that is at hand
   */
  public static DayReport of(
      DayBooks books, AmountCheck amounts, Optional<Traffic> traffic, Instant madeAt) {
    Ledger ledger = new Ledger(books);
    return new DayReport(
        FORMAT,
        books.day(),
        books.zone(),
        madeAt,
        List.copyOf(books.copies().keySet()),
        points(ledger, traffic),
        traffic.map(Traffic::silent).orElse(List.of()).stream()
            .sorted(
                Comparator.comparing(CameraDown::chargingPoint)
                    .thenComparing(CameraDown::cameraId)
                    .thenComparing(CameraDown::from))
            .toList(),
        Reconciliation.differences(books, amounts));
  }

  private static List<PointDay> points(Ledger ledger, Optional<Traffic> traffic) {
    Map<Place, List<TollEvent>> events =
        new TreeMap<>(Comparator.comparing(Place::chargingPoint).thenComparing(Place::originator));
    ledger
        .ofDay()
        .forEach(
            event -> events.computeIfAbsent(Place.of(event), p -> new ArrayList<>()).add(event));
    Map<String, Set<String>> passages = ledger.books().passages().orElse(Map.of());
    boolean known = ledger.books().passages().isPresent();
    Optional<Map<String, Long>> counted = traffic.map(Traffic::vehicles);
    Set<String> silent = new TreeSet<>(passages.keySet());
    counted.ifPresent(vehicles -> silent.addAll(vehicles.keySet()));
    List<PointDay> points = new ArrayList<>();
    events.forEach(
        (place, ofPlace) -> {
          silent.remove(place.chargingPoint());
          points.add(point(place, ofPlace, known, counted, ledger));
        });
    silent.forEach(
        name -> points.add(point(new Place("", name), List.of(), known, counted, ledger)));
    points.sort(Comparator.comparing(PointDay::chargingPoint));
    return points;
  }

  private static PointDay point(
      Place place,
      List<TollEvent> events,
      boolean passagesAreKnown,
      Optional<Map<String, Long>> counted,
      Ledger ledger) {
    String name = place.chargingPoint();
    Map<String, Set<String>> passages = ledger.books().passages().orElse(Map.of());
    return PointDay.of(
        place,
        counted.map(vehicles -> vehicles.getOrDefault(name, 0L)).orElse(null),
        passagesAreKnown ? Long.valueOf(passages.getOrDefault(name, Set.of()).size()) : null,
        events,
        ledger);
  }
}
