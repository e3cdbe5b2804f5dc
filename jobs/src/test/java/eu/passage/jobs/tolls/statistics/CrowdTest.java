package eu.passage.jobs.tolls.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CrowdTest {

  private static final int LEAST = 5;

  /** A number, its tens, its hundreds, anything. */
  private static final List<UnaryOperator<Integer>> LADDER =
      List.of(cell -> cell, cell -> -(cell / 10), cell -> -1_000 - cell / 100, cell -> -9_999);

  private final Crowd<Integer> crowd = new Crowd<>(LADDER, LEAST);

  @Test
  void whoIsHiddenAmongOthersIsToldAsExactlyAsHeMay() {
    pass(17, "a", "b", "c", "d", "e");
    pass(21, "f", "g");
    pass(22, "h", "i", "j");

    assertThat(crowd.told().passages()).containsExactly(entry(-2, 5L), entry(17, 5L));
    assertThat(crowd.told().leftOut()).isZero();
  }

  @Test
  void whoIsAloneEverywhereIsLeftOut() {
    pass(17, "a", "b", "c", "d", "e");
    pass(300, "f", "g", "h", "i");

    assertThat(crowd.told().passages()).containsExactly(entry(17, 5L));
    assertThat(crowd.told().leftOut()).isEqualTo(4);
  }

  @Test
  void oneTruckThatPassesAllDayIsNoCrowd() {
    for (int i = 0; i < 100; i++) {
      pass(i, "shuttle");
    }
    pass(7, "a", "b", "c");

    assertThat(crowd.told().passages()).isEmpty();
    assertThat(crowd.told().leftOut()).isEqualTo(103);
  }

  @Test
  void whatNobodyCanTellApartCountsEach() {
    crowd.add(17, 4);
    crowd.add(18, 1);

    assertThat(crowd.told().passages()).containsExactly(entry(-1, 5L));
  }

  @Test
  void intoACellThatIsToldOthersMayGo() {
    Crowd<Integer> other = new Crowd<>(List.of(cell -> cell, cell -> 0), LEAST);
    other.add(0, 5);
    other.add(3, 1);

    assertThat(other.told().passages()).containsExactly(entry(0, 6L));
    assertThat(other.told().leftOut()).isZero();
  }

  @Property(tries = 500)
  void everyCellHidesEnoughAndNoPassageIsToldTwiceOrLost(
      @ForAll @Size(max = 60) List<@IntRange(max = 999) Integer> cells,
      @ForAll @IntRange(min = 1, max = 12) int vehicles) {
    Crowd<Integer> all = new Crowd<>(LADDER, LEAST);
    Map<Integer, Set<Integer>> mayBeIn = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++) {
      int vehicle = i % vehicles;
      all.add(cells.get(i), "v" + vehicle);
      for (UnaryOperator<Integer> step : LADDER) {
        mayBeIn.computeIfAbsent(step.apply(cells.get(i)), cell -> new HashSet<>()).add(vehicle);
      }
    }

    Crowd.Told<Integer> told = all.told();

    assertThat(told.passages().values().stream().mapToLong(Long::longValue).sum() + told.leftOut())
        .isEqualTo(cells.size());
    told.passages()
        .forEach(
            (cell, passages) -> {
              assertThat(passages).isGreaterThanOrEqualTo(LEAST);
              assertThat(mayBeIn.get(cell)).hasSizeGreaterThanOrEqualTo(LEAST);
            });
    if (told.passages().isEmpty()) {
      assertThat(Math.min(vehicles, cells.size()))
          .as("else the coarsest would hold them")
          .isLessThan(LEAST);
    }
  }

  private void pass(int cell, String... vehicles) {
    for (String vehicle : vehicles) {
      crowd.add(cell, vehicle);
    }
  }
}
