package eu.passage.jobs.tolls.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Hides each passage among others: a cell is told when enough different vehicles are in it; those
 * of the others are put into coarser cells, and what is alone in the coarsest is left out. Each
 * passage is in one cell that is told, at most: no two of them can be subtracted from each other.
 *
 * <p>Memory goes with the number of different cells of the finest kind: of each at most as many
 * vehicles are remembered as it needs.
 *
 * @param <C> says all that is told of a passage
 */
final class Crowd<C extends Comparable<C>> {

  private final List<UnaryOperator<C>> ladder;
  private final int least;
  private final Map<C, Tally> finest = new HashMap<>();

  /**
   * @param ladder cells of the finest kind to themselves and to coarser ones, the coarsest last
   * @param least so many different vehicles make a cell that is told
   */
  Crowd(List<UnaryOperator<C>> ladder, int least) {
    this.ladder = List.copyOf(ladder);
    this.least = least;
  }

  /** A passage of a vehicle that may pass again; it counts once for its cell. */
  void add(C cell, String vehicle) {
    tally(finest, cell).add(1, Set.of(vehicle), 0);
  }

  /** Passages of which nobody knows the vehicle: each counts. */
  void add(C cell, long passages) {
    tally(finest, cell).add(passages, Set.of(), passages);
  }

  /**
   * What may be told.
   *
   * @param passages by cell; a cell of several kinds of passages has all that ended there
   * @param leftOut passages that are in none
   */
  record Told<C>(SortedMap<C, Long> passages, long leftOut) {}

  /** Gives what may be told of all that was added. */
  Told<C> told() {
    SortedMap<C, Long> told = new TreeMap<>();
    Map<C, Tally> rest = finest;
    for (UnaryOperator<C> coarser : ladder) {
      Map<C, Tally> cells = new HashMap<>();
      Map<C, List<C>> members = new HashMap<>();
      rest.forEach(
          (fine, tally) -> {
            C cell = coarser.apply(fine);
            tally(cells, cell).add(tally.passages, tally.vehicles, tally.unknown);
            members.computeIfAbsent(cell, one -> new ArrayList<>()).add(fine);
          });
      Map<C, Tally> left = new HashMap<>(rest);
      cells.forEach(
          (cell, tally) -> {
            // Into a cell that is told already anybody may go: there he is hidden
            if (tally.isEnough() || told.containsKey(cell)) {
              told.merge(cell, tally.passages, Long::sum);
              members.getOrDefault(cell, List.of()).forEach(left::remove);
            }
          });
      rest = left;
    }
    return new Told<>(told, rest.values().stream().mapToLong(tally -> tally.passages).sum());
  }

  private Tally tally(Map<C, Tally> cells, C cell) {
    return cells.computeIfAbsent(cell, one -> new Tally());
  }

  private final class Tally {
    private final Set<String> vehicles = new HashSet<>(2);
    private long passages;
    private long unknown;

    private void add(long more, Set<String> whose, long nobodys) {
      passages += more;
      unknown += nobodys;
      for (String vehicle : whose) {
        if (vehicles.size() < least) {
          vehicles.add(vehicle);
        }
      }
    }

    private boolean isEnough() {
      return vehicles.size() + unknown >= least;
    }
  }
}
