package eu.passage.jobs.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.bench.Target;
import eu.passage.jobs.config.FlinkSettings.StateBackend;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetsTest {

  private static final RuleSet FOUR = RuleSet.four();

  @Test
  void onTheHeapTwelveTimesStockIsEnoughAndLessIsNot() {
    assertThat(heap(12.1, 1).isMet()).isTrue();
    assertThat(heap(11.9, 1).isMet()).isFalse();
  }

  @Test
  void manyRulesMayCostSoMuchMoreThanFew() {
    Timed few = timed(Contender.OURS, RuleSet.selective(4), 150);
    Timed many = timed(Contender.OURS, RuleSet.selective(128), 99);
    Cell cell = new Cell(Part.RULES, StateBackend.HASHMAP, 1, 1, List.of(few, many));
    assertThat(Targets.of(List.of(cell), List.of()))
        .singleElement()
        .satisfies(
            target -> {
              assertThat(target.moreIsBetter()).isFalse();
              assertThat(target.isMet()).isFalse();
            });
  }

  @Test
  void ratiosCompareWhatWasMeasuredInTheSameRound() {
    Timed slow = new Timed(Contender.STOCK, FOUR, List.of(rate(10), rate(1), rate(11)));
    Timed fast = new Timed(Contender.OURS, FOUR, List.of(rate(40), rate(4), rate(40)));
    assertThat(fast.times(slow)).isEqualTo(4);
  }

  @Test
  void aMissedTargetOrADifferenceIsNotGood() {
    assertThat(report(13, List.of()).good()).isTrue();
    assertThat(report(11, List.of()).good()).isFalse();
    assertThat(report(13, List.of("flink-cep alone: x")).good()).isFalse();
    assertThat(report(11, List.of()).table()).contains("MISSED").contains("at least 12, wanted 15");
  }

  private static RulesReport report(double ours, List<String> differences) {
    return new RulesReport(
        List.of(cell(ours, 1)),
        Optional.of(new Agreed(java.util.Map.of(), differences)),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Target heap(double ours, double stock) {
    return Targets.of(List.of(cell(ours, stock)), List.of()).get(0);
  }

  private static Cell cell(double ours, double stock) {
    return new Cell(
        Part.HEAP,
        StateBackend.HASHMAP,
        1,
        1,
        List.of(timed(Contender.STOCK, FOUR, stock), timed(Contender.OURS, FOUR, ours)));
  }

  private static Timed timed(Contender contender, RuleSet rules, double rate) {
    return new Timed(contender, rules, List.of(rate(rate)));
  }

  /** So many passages in a second. */
  private static Measured rate(double passages) {
    return new Measured(1_000, 0, true, 1e12 / passages, 1e12 / passages);
  }
}
