package eu.passage.jobs.tolls.statistics;

import eu.passage.avro.TollEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that the statistics tell of a truck: what is in one cell cannot be told apart.
 *
 * @param point the charging point
 * @param way from which country to which, or how it moved past the camera
 * @param axles counted by a sensor; null: not told
 * @param tonnes the lower end of its band of {@link #BAND_TONNES}, by a sensor; null: not told
 */
record TruckCell(
    String point, String way, Span when, @Nullable Integer axles, @Nullable Integer tonnes)
    implements Comparable<TruckCell> {

  /** What a truck may load more or less from one passage to the next. */
  static final int BAND_TONNES = 5;

  private static final int TONNE_KG = 1000;
  private static final List<Duration> COARSER =
      List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(2));
  private static final Comparator<TruckCell> ORDER =
      Comparator.comparing(TruckCell::point)
          .thenComparing(TruckCell::way)
          .thenComparing(TruckCell::when)
          .thenComparing(TruckCell::axles, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(TruckCell::tonnes, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** As exactly as it may be told at best. */
  static TruckCell of(TollEvent event, Span day, Duration timeStep) {
    Integer weight = event.getWeightKg();
    return new TruckCell(
        event.getChargingPoint(),
        way(event),
        Span.step(day, event.getAt(), timeStep),
        event.getAxles(),
        weight == null ? null : weight / TONNE_KG / BAND_TONNES * BAND_TONNES);
  }

  private static String way(TollEvent event) {
    String from = event.getFromCountry();
    String to = event.getToCountry();
    return from == null || to == null ? event.getDirection().name() : from + "-" + to;
  }

  /**
   * From the finest to the coarsest: each step of time first with, then without axles and weight.
   */
  static List<UnaryOperator<TruckCell>> ladder(Span day, Duration timeStep) {
    List<UnaryOperator<TruckCell>> ladder = new ArrayList<>();
    ladder.add(cell -> cell);
    ladder.add(TruckCell::bare);
    for (Duration step : COARSER) {
      if (step.compareTo(timeStep) > 0) {
        ladder.add(cell -> cell.within(Span.step(day, cell.when.from(), step)));
        ladder.add(cell -> cell.within(Span.step(day, cell.when.from(), step)).bare());
      }
    }
    return ladder;
  }

  private TruckCell within(Span longer) {
    return new TruckCell(point, way, longer, axles, tonnes);
  }

  private TruckCell bare() {
    return new TruckCell(point, way, when, null, null);
  }

  @Override
  public int compareTo(TruckCell other) {
    return ORDER.compare(this, other);
  }
}
