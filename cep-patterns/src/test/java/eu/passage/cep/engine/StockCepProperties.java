package eu.passage.cep.engine;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.engine.StockCep.Found;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * The engine, with its index, guards, windows and timers, against flink-cep's own operator: random
 * rules over random traffic come true at the same passages with the same evidence, once the
 * operator's matches are reduced as {@link Rule} says.
 */
class StockCepProperties {

  private static final long END = RandomTraffic.time(10_000);

  /**
   * Each run: a rule, some vehicles, and how far event time lags behind the passages. Evidence is
   * compared too, and that the stock operator gives each of its passages the same step.
   */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
  void everyRuleFindsWhatTheStockOperatorFinds(
      @ForAll("rules") Rule rule,
      @ForAll("traffic") List<PassageFacts> traffic,
      @ForAll("lags") int lag)
      throws Exception {
    StockCep stock = StockCep.run(rule, traffic);
    Subjects subjects = Subjects.of(rule);

    inOrder(subjects, traffic, lag);

    assertThat(alerts(subjects)).isEqualTo(stock.alerts());
    assertThat(stock.matches())
        .containsAll(
            subjects.told.stream().map(hit -> new Found(hit.passages(), hit.steps())).toList());
    count(rule, subjects);
  }

  /** The same of sequences that are answered without an NFA. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
  void sequencesWithOneWayOnFindWhatTheStockOperatorFinds(
      @ForAll("straightRules") Rule rule, @ForAll("oneVehicle") List<PassageFacts> traffic)
      throws Exception {
    StockCep stock = StockCep.run(rule, traffic);
    Subjects subjects = Subjects.of(rule);

    inOrder(subjects, traffic, 0);

    assertThat(alerts(subjects)).isEqualTo(stock.alerts());
    assertThat(stock.matches())
        .containsAll(
            subjects.told.stream().map(hit -> new Found(hit.passages(), hit.steps())).toList());
    Statistics.label("of several ways one")
        .collect(stock.matches().size() > stock.alerts().size())
        .coverage(coverage -> coverage.check(true).percentage(p -> p > 10));
  }

  /** Nothing older than the rule's window is ever looked at; and state may be written any time. */
  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
  void whatIsOlderThanTheWindowIsNotMissed(
      @ForAll("rules") Rule rule,
      @ForAll("traffic") List<PassageFacts> traffic,
      @ForAll("lags") int lag) {
    Subjects whole = Subjects.of(rule);
    inOrder(whole, traffic, lag);
    Subjects pruned = Subjects.of(rule).keepingOnly(rule.within().toMillis());
    inOrder(pruned, traffic, lag);

    assertThat(pruned.told).isEqualTo(whole.told);
  }

  /**
   * What was told is not taken back: a passage that comes late can make a match untrue that was
   * true when it was told. So there may be more, never less.
   */
  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
  void whateverOrderPassagesComeInNothingIsMissed(
      @ForAll("rules") Rule rule,
      @ForAll("traffic") List<PassageFacts> traffic,
      @ForAll Random random) {
    Subjects ordered = Subjects.of(rule);
    inOrder(ordered, traffic, 0);
    List<PassageFacts> shuffled = new ArrayList<>(traffic);
    Collections.shuffle(shuffled, random);
    Subjects late = Subjects.of(rule);
    inOrder(late, shuffled, 0);

    assertThat(alerts(late).keySet()).containsAll(alerts(ordered).keySet());
  }

  /** Rules that wait for event time are as exact as if nothing had come late. */
  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
  void whatWaitsIsExactWhateverOrderPassagesComeIn(
      @ForAll("waitingRules") Rule rule,
      @ForAll("traffic") List<PassageFacts> traffic,
      @ForAll Random random) {
    Subjects ordered = Subjects.of(rule);
    inOrder(ordered, traffic, 0);
    List<PassageFacts> shuffled = new ArrayList<>(traffic);
    Collections.shuffle(shuffled, random);
    Subjects late = Subjects.of(rule);
    shuffled.forEach(passage -> late.pass(passage, Long.MIN_VALUE));
    late.timeIs(END);

    assertThat(alerts(late)).isEqualTo(alerts(ordered));
  }

  /** As the operators do: event time follows the passages, and only who has to wakes. */
  private static void inOrder(Subjects subjects, List<PassageFacts> traffic, int lag) {
    long now = Long.MIN_VALUE;
    for (PassageFacts passage : traffic) {
      now = Math.max(now, passage.at() - 1 - RandomTraffic.SLOT.toMillis() * lag);
      subjects.timeIs(now);
      subjects.pass(passage, now);
    }
    subjects.timeIs(END);
    assertThat(subjects.failed).isEmpty();
  }

  private static Map<String, List<PassageFacts>> alerts(Subjects subjects) {
    return subjects.told.stream()
        .collect(
            toMap(
                hit -> StockCep.key(hit.passages().get(0), hit.at()),
                Hit::passages,
                (a, b) -> {
                  throw new AssertionError("told twice: " + a + " and " + b);
                },
                TreeMap::new));
  }

  /** That the properties hold is worth something only where rules come true. */
  private static void count(Rule rule, Subjects subjects) {
    Statistics.label("comes true")
        .collect(!subjects.told.isEmpty())
        .coverage(coverage -> coverage.check(true).percentage(p -> p > 40));
    Statistics.label("waits")
        .collect(rule.waits())
        .coverage(coverage -> coverage.check(true).percentage(p -> p > 15));
    Statistics.label("absence that comes true")
        .collect(rule.absence() && !subjects.told.isEmpty())
        .coverage(coverage -> coverage.check(true).percentage(p -> p > 2));
  }

  @Property(tries = 300)
  void flinkCepAcceptsMostOfTheRules(@ForAll("anyRules") Rule rule) {
    Statistics.collect(StockCep.accepts(rule));
    Statistics.coverage(coverage -> coverage.check(true).percentage(p -> p > 75));
  }

  @Provide
  Arbitrary<Rule> anyRules() {
    return RandomRules.comparable();
  }

  @Provide
  Arbitrary<Rule> rules() {
    return RandomRules.comparable().filter(StockCep::accepts);
  }

  @Provide
  Arbitrary<Rule> waitingRules() {
    return RandomRules.waiting().filter(StockCep::accepts);
  }

  @Provide
  Arbitrary<Rule> straightRules() {
    return RandomRules.straight();
  }

  @Provide
  Arbitrary<List<PassageFacts>> oneVehicle() {
    return RandomTraffic.ofVehicles(1, 40);
  }

  @Provide
  Arbitrary<List<PassageFacts>> traffic() {
    return RandomTraffic.ofVehicles(4, 14);
  }

  @Provide
  Arbitrary<Integer> lags() {
    return Arbitraries.of(0, 0, 1, 3, 20);
  }
}
