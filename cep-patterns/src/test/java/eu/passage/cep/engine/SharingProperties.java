package eu.passage.cep.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Distinct;
import eu.passage.cep.model.Facets;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * Rules of one engine share an index, answers and scans. None may notice: an engine with many rules
 * finds what as many engines with one rule find.
 */
class SharingProperties {

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void rulesFindTogetherWhatEachFindsAlone(
      @ForAll("rules") List<Rule> rules,
      @ForAll("traffic") List<PassageFacts> traffic,
      @ForAll("seeds") int seed) {
    asEachAlone(numbered(rules), disordered(traffic, seed));
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void rulesThatDifferInTheirNumbersOnlyFindWhatEachFindsAlone(
      @ForAll("rule") Rule rule,
      @ForAll("numbers") List<Numbers> numbers,
      @ForAll("traffic") List<PassageFacts> traffic,
      @ForAll("seeds") int seed) {
    asEachAlone(
        numbered(numbers.stream().map(n -> variant(rule, n)).toList()), disordered(traffic, seed));
  }

  private static void asEachAlone(List<Rule> rules, List<PassageFacts> traffic) {
    Subjects together = new Subjects(rules);
    drive(together, traffic);

    for (Rule rule : rules) {
      Subjects alone = Subjects.of(rule);
      drive(alone, traffic);

      assertThat(together.told.stream().filter(hit -> isOf(rule, hit))).isEqualTo(alone.told);
      assertThat(together.suppressed.stream().filter(s -> isOf(rule, s.hit())))
          .isEqualTo(alone.suppressed);
      count(alone);
    }
    assertThat(together.failed).isEmpty();
  }

  private static boolean isOf(Rule rule, Hit hit) {
    return hit.rule().rule().id().equals(rule.id());
  }

  private static void count(Subjects subjects) {
    Statistics.label("comes true")
        .collect(!subjects.told.isEmpty())
        .coverage(coverage -> coverage.check(true).percentage(p -> p > 30));
    Statistics.label("suppressed")
        .collect(!subjects.suppressed.isEmpty())
        .coverage(coverage -> coverage.check(true).percentage(p -> p > 5));
  }

  /** The same settling for all: what wakes a vehicle for one rule may settle another. */
  private static void drive(Subjects subjects, List<PassageFacts> traffic) {
    long now = Long.MIN_VALUE;
    for (PassageFacts passage : traffic) {
      now = Math.max(now, passage.at() - 1);
      subjects.settleAll(now);
      subjects.pass(passage, Long.MIN_VALUE);
    }
    subjects.settleAll(RandomTraffic.time(10_000));
  }

  /** Sorted, but one in four passages comes some places later. */
  private static List<PassageFacts> disordered(List<PassageFacts> traffic, int seed) {
    Random random = new Random(seed);
    List<PassageFacts> disordered = new ArrayList<>(traffic);
    for (int i = 0; i < traffic.size(); i++) {
      if (random.nextInt(4) == 0) {
        int to = Math.min(traffic.size(), i + 1 + random.nextInt(8));
        Collections.rotate(disordered.subList(i, to), -1);
      }
    }
    return disordered;
  }

  private static List<Rule> numbered(List<Rule> rules) {
    List<Rule> numbered = new ArrayList<>();
    for (Rule rule : rules) {
      Rule named = Rules.of("rule-" + numbered.size(), rule.body(), rule.within());
      Rule once = Rules.once(named, rule.once());
      numbered.add(rule.unless() == null ? once : Rules.unless(once, rule.unless()));
    }
    return numbered;
  }

  /** What analysts vary. */
  record Numbers(Duration within, Duration once, int atLeast) {}

  private static Rule variant(Rule rule, Numbers numbers) {
    Body body =
        rule.body() instanceof Body.Count count
            ? new Body.Count(count.of(), count.distinct(), numbers.atLeast)
            : rule.body();
    Rule variant = Rules.once(Rules.of("r", body, numbers.within), numbers.once);
    return rule.unless() == null ? variant : Rules.unless(variant, rule.unless());
  }

  @Provide
  Arbitrary<List<Rule>> rules() {
    return rule().list().ofMinSize(2).ofMaxSize(12);
  }

  @Provide
  Arbitrary<Rule> rule() {
    Arbitrary<Rule> distinct =
        Combinators.combine(
                RandomRules.ask(),
                Arbitraries.of(Distinct.class),
                Arbitraries.integers().between(1, 3),
                RandomRules.within())
            .as(
                (ask, values, n, within) ->
                    Rules.of("r", new Body.Count(ask.predicate(), values, n), within));
    Arbitrary<Rule> bare =
        Arbitraries.oneOf(
            RandomRules.comparable().filter(StockCep::accepts),
            RandomRules.comparable().filter(StockCep::accepts),
            distinct);
    return Combinators.combine(bare, once(), unless().injectNull(0.7))
        .as(
            (rule, once, unless) ->
                unless == null
                    ? Rules.once(rule, once)
                    : Rules.unless(Rules.once(rule, once), unless));
  }

  @Provide
  Arbitrary<List<Numbers>> numbers() {
    return Combinators.combine(RandomRules.within(), once(), Arbitraries.integers().between(1, 5))
        .as(Numbers::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(8);
  }

  private static Arbitrary<Duration> once() {
    return Arbitraries.of(0, 0, 1, 4, 20).map(RandomTraffic.SLOT::multipliedBy);
  }

  /** Of what the passage is, or of the vehicle's habits. */
  private static Arbitrary<Predicate> unless() {
    Predicate seen =
        new Predicate(
            "daysSeen('2d') > 0",
            (passage, scene) -> scene.habits().daysSeen(2) > 0,
            Facets.ANY,
            Set.of(),
            true);
    return Arbitraries.oneOf(Arbitraries.just(seen), RandomRules.ask().map(Ask::predicate));
  }

  @Provide
  Arbitrary<List<PassageFacts>> traffic() {
    return RandomTraffic.ofVehicles(3, 14);
  }

  @Provide
  Arbitrary<Integer> seeds() {
    return Arbitraries.integers();
  }

  /** One alert for each span, counted from the last that was told. */
  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void onceSilencesARuleForItsSpan(
      @ForAll("bareRule") Rule rule,
      @ForAll("onceSpan") Duration once,
      @ForAll("oneVehicle") List<PassageFacts> crowded) {
    List<PassageFacts> traffic = oneAtATime(crowded);
    Subjects every = Subjects.of(rule);
    drive(every, traffic);
    Subjects silenced = Subjects.of(Rules.once(rule, once));
    drive(silenced, traffic);

    List<Long> expected = new ArrayList<>();
    for (Hit hit : every.told) {
      if (expected.stream().noneMatch(told -> Math.abs(told - hit.at()) < once.toMillis())) {
        expected.add(hit.at());
      }
    }
    assertThat(silenced.told).extracting(Hit::at).isEqualTo(expected);
    assertThat(silenced.told.size() + silenced.suppressed.size()).isEqualTo(every.told.size());
    assertThat(silenced.suppressed).allMatch(s -> s.why() == Outcome.ONCE);
  }

  /** Of passages of a vehicle in one moment one: then every closing passage is told. */
  private static List<PassageFacts> oneAtATime(List<PassageFacts> traffic) {
    Set<String> moments = new HashSet<>();
    return traffic.stream().filter(p -> moments.add(p.vehicle() + "@" + p.at())).toList();
  }

  /** It is asked about the closing passage, of an absence about the opening one. */
  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void unlessExcusesThePassageThatItIsAskedAbout(
      @ForAll("bareRule") Rule rule,
      @ForAll("excuse") Ask excuse,
      @ForAll("traffic") List<PassageFacts> crowded) {
    List<PassageFacts> traffic = oneAtATime(crowded);
    Subjects every = Subjects.of(rule);
    drive(every, traffic);
    Subjects excused = Subjects.of(Rules.unless(rule, excuse.predicate()));
    drive(excused, traffic);

    assertThat(excused.told)
        .extracting(Hit::passages)
        .isEqualTo(
            every.told.stream()
                .filter(hit -> !excuse.of(decisive(rule, hit), step -> null))
                .map(Hit::passages)
                .toList());
    assertThat(excused.suppressed).allMatch(s -> s.why() == Outcome.UNLESS);
    assertThat(excused.told.size() + excused.suppressed.size()).isEqualTo(every.told.size());
  }

  private static PassageFacts decisive(Rule rule, Hit hit) {
    return rule.absence() ? hit.passages().get(0) : hit.closing();
  }

  @Provide
  Arbitrary<Rule> bareRule() {
    return RandomRules.comparable().filter(StockCep::accepts);
  }

  @Provide
  Arbitrary<Ask> excuse() {
    return RandomRules.ask();
  }

  @Provide
  Arbitrary<Duration> onceSpan() {
    return Arbitraries.of(1, 3, 4, 20).map(RandomTraffic.SLOT::multipliedBy);
  }

  @Provide
  Arbitrary<List<PassageFacts>> oneVehicle() {
    return RandomTraffic.ofVehicles(1, 30);
  }
}
