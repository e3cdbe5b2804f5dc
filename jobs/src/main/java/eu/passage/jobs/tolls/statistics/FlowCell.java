package eu.passage.jobs.tolls.statistics;

import eu.passage.avro.VehicleType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * All that the statistics tell of a vehicle that was only counted.
 *
 * @param point the charging point
 * @param type UNKNOWN also for vehicles of types that were too few to be named
 */
record FlowCell(String point, Span when, VehicleType type) implements Comparable<FlowCell> {

  private static final Comparator<FlowCell> ORDER =
      Comparator.comparing(FlowCell::point)
          .thenComparing(FlowCell::when)
          .thenComparing(FlowCell::type);

  /** From the finest to the coarsest: the type goes first, since planners count by the hour. */
  static List<UnaryOperator<FlowCell>> ladder(Span day) {
    return List.of(
        cell -> cell,
        FlowCell::bare,
        cell -> cell.within(Span.step(day, cell.when.from(), Duration.ofHours(1))).bare(),
        cell -> cell.within(day).bare());
  }

  private FlowCell within(Span longer) {
    return new FlowCell(point, longer, type);
  }

  private FlowCell bare() {
    return new FlowCell(point, when, VehicleType.UNKNOWN);
  }

  @Override
  public int compareTo(FlowCell other) {
    return ORDER.compare(this, other);
  }
}
