package eu.passage.cep.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.Company;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Distinct;
import eu.passage.cep.model.Habits;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Scene;
import eu.passage.cep.model.Step;
import eu.passage.cep.model.Step.Link;
import eu.passage.cep.model.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/**
 * What single vehicles hand over for rules about vehicles together: all that any alert will rest
 * on, and of a count nothing that cannot be part of one.
 */
class TogetherProbeProperties {

  /** Wider than a slot: vehicles of one slot and of neighbouring ones are together. */
  private static final Together TWO = new Together(2, RandomTraffic.SLOT.plusMillis(1));

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void nothingThatVehiclesTogetherNeedIsLeftOut(
      @ForAll("rules") Rule rule, @ForAll("traffic") List<PassageFacts> traffic) {
    Subjects vehicles = Subjects.of(rule);
    traffic.forEach(passage -> vehicles.pass(passage, passage.at() - 1));
    Set<PassageFacts> handedOver = new HashSet<>();
    vehicles.candidates.forEach(candidates -> handedOver.addAll(candidates.passages()));

    Set<PassageFacts> needed = needed(rule, traffic);
    assertThat(handedOver).containsAll(needed);
    assertThat(vehicles.told).isEmpty();
    Statistics.collect(needed.isEmpty() ? "no alert" : "alerts");
    Statistics.coverage(coverage -> coverage.check("alerts").percentage(p -> p > 10));
  }

  /** By pairing every passage with every other and asking the engine about the pairs. */
  private static Set<PassageFacts> needed(Rule rule, List<PassageFacts> traffic) {
    Subjects pairs = Subjects.of(rule);
    Company company = new Company(2, (int) TWO.gap().toMillis());
    Map<String, SubjectHistory> histories = new HashMap<>();
    Map<String, Map<PassageFacts, PassageFacts>> partners = new HashMap<>();
    Set<PassageFacts> needed = new HashSet<>();
    for (int i = 0; i < traffic.size(); i++) {
      for (int j = 0; j < i; j++) {
        PassageFacts latest = traffic.get(i);
        PassageFacts other = traffic.get(j);
        if (!together(latest, other)) {
          continue;
        }
        String key =
            Math.min(latest.vehicle(), other.vehicle())
                + "+"
                + Math.max(latest.vehicle(), other.vehicle());
        SubjectHistory history = histories.computeIfAbsent(key, k -> new SubjectHistory());
        history.company(company);
        partners.computeIfAbsent(key, k -> new HashMap<>()).put(latest, other);
        pairs.told.clear();
        pairs.engine().onPassage(history, history.add(latest));
        for (Hit hit : pairs.told) {
          Set<PassageFacts> members = new HashSet<>(hit.passages());
          hit.passages().forEach(p -> members.add(partners.get(key).get(p)));
          // one passage that is near two of the other vehicle's is no second meeting
          if (members.size() == 2 * hit.passages().size()) {
            needed.addAll(members);
          }
        }
      }
    }
    return needed;
  }

  private static boolean together(PassageFacts a, PassageFacts b) {
    return a.camera() == b.camera()
        && a.vehicle() != b.vehicle()
        && Math.abs(a.at() - b.at()) < TWO.gap().toMillis();
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void ofACountOnlyVehiclesThatPassOftenEnoughHandOver(
      @ForAll("counts") Rule rule, @ForAll("traffic") List<PassageFacts> traffic) {
    Body.Count count = (Body.Count) rule.body();
    Subjects vehicles = Subjects.of(rule);
    for (PassageFacts passage : traffic) {
      vehicles.candidates.clear();
      vehicles.pass(passage, passage.at() - 1);

      long span = rule.within().plus(TWO.gap()).toMillis();
      List<PassageFacts> share = new ArrayList<>();
      for (PassageFacts own : traffic.subList(0, traffic.indexOf(passage) + 1)) {
        if (own.vehicle() == passage.vehicle()
            && passage.at() - own.at() < span
            && count.of().condition().test(own, NO_SCENE)) {
          share.add(own);
        }
      }
      long values = share.stream().mapToInt(PassageFacts::camera).distinct().count();
      boolean enough = values >= count.atLeast() && share.get(share.size() - 1).equals(passage);
      assertThat(vehicles.candidates)
          .isEqualTo(
              enough
                  ? List.of(new Subjects.Candidates(TWO, rule.within().toMillis(), share))
                  : List.of());
    }
  }

  private static final Scene NO_SCENE =
      new Scene() {
        @Override
        public PassageFacts step(int step) {
          throw new AssertionError("a count has no steps");
        }

        @Override
        public Habits habits() {
          throw new AssertionError("nobody asks about habits here");
        }
      };

  @Test
  void eachMayBeFirstAtOneCameraAndLastAtAnother() {
    Rule rule =
        Rules.together(
            Rules.of(
                "together",
                new Body.Count(new Ask.Any().predicate(), Distinct.CAMERA, 2),
                Duration.ofHours(1)),
            new Together(2, Duration.ofSeconds(20)));
    Subjects vehicles = Subjects.of(rule);
    // from 08:00:15 to 09:00:14 the two are together for less than an hour, the first one longer
    vehicles.pass(Border.passage("AAA111", "2026-03-10T08:00 - EST-1"), 0);
    vehicles.pass(Border.passage("BBB222", "2026-03-10T08:00:15 - EST-1"), 0);
    vehicles.pass(Border.passage("BBB222", "2026-03-10T09:00 - EST-2"), 0);
    vehicles.pass(Border.passage("AAA111", "2026-03-10T09:00:14 - EST-2"), 0);

    assertThat(vehicles.candidates).hasSize(2);
  }

  private static Rule together(Body body, Duration within) {
    return Rules.together(Rules.of("together", body, within), TWO);
  }

  @Provide
  Arbitrary<Rule> counts() {
    return Combinators.combine(places(), Arbitraries.integers().between(1, 3), RandomRules.within())
        .as(
            (ask, n, within) ->
                together(new Body.Count(ask.predicate(), Distinct.CAMERA, n), within));
  }

  @Provide
  Arbitrary<Rule> rules() {
    Arbitrary<Rule> sequences =
        Combinators.combine(places(), places(), Arbitraries.of(true, false), RandomRules.within())
            .as(
                (first, last, elsewhere, within) -> {
                  Ask then = elsewhere ? new Ask.Both(last, new Ask.SameCameraAs(0, false)) : last;
                  return together(
                      new Body.Sequence(
                          List.of(
                              new Step("a", Link.FIRST, first.predicate()),
                              new Step("b", Link.THEN, then.predicate()))),
                      within);
                });
    Arbitrary<Rule> passages =
        places().map(ask -> together(new Body.When(ask.predicate()), RandomTraffic.SLOT));
    return Arbitraries.oneOf(counts(), sequences, passages);
  }

  /** Of vehicles together only place and time can be asked. */
  private static Arbitrary<Ask> places() {
    return Arbitraries.of(new Ask.Any(), new Ask.At("EST-1"), new Ask.At("EST-2"));
  }

  @Provide
  Arbitrary<List<PassageFacts>> traffic() {
    return RandomTraffic.ofVehicles(3, 12);
  }
}
