package eu.passage.cep.predicate;

import static eu.passage.cep.model.FacetsCheck.allow;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.facts.LocalClock;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Habits;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Scene;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PredicateProperties {

  private static final PredicateCompiler COMPILER = new PredicateCompiler(Scenes.CAMERAS, 60);

  @Property(tries = 1000)
  void theClosureSaysWhatCelSays(
      @ForAll("conditions") String text,
      @ForAll("witnesses") Witness asked,
      @ForAll("witnesses") Witness enter,
      @ForAll("habits") Scenes.StubHabits habits)
      throws Exception {
    Predicate predicate = COMPILER.compile(text, CelReference.CONTEXT);
    Scene scene = Scenes.of(habits, enter.facts());

    assertThat(predicate.condition().test(asked.facts(), scene))
        .as(text)
        .isEqualTo(new CelReference(asked, enter, habits).evaluate(text));
  }

  @Property(tries = 500)
  void noPassageThatFitsIsKeptFromTheIndex(
      @ForAll("conditions") String text,
      @ForAll("many") List<Witness> passages,
      @ForAll("witnesses") Witness enter,
      @ForAll("habits") Scenes.StubHabits habits)
      throws PredicateException {
    Scene scene = Scenes.of(habits, enter.facts());
    for (String whole : List.of(text, "crossing where " + text, "passage where !(" + text + ")")) {
      Predicate predicate = COMPILER.compile(whole, CelReference.CONTEXT);
      for (Witness witness : passages) {
        PassageFacts facts = witness.facts();
        if (predicate.condition().test(facts, scene)) {
          assertThat(allow(predicate.facets(), facts, LocalClock.BRUSSELS.hour(facts.at())))
              .as("%s allows %s by %s", whole, witness, predicate.facets())
              .isTrue();
        }
      }
    }
  }

  @Property(tries = 500)
  void itAsksOnlyTheStepsAndHabitsThatItTells(
      @ForAll("conditions") String text, @ForAll("witnesses") Witness asked)
      throws PredicateException {
    Predicate predicate = COMPILER.compile(text, CelReference.CONTEXT);

    assertThat(predicate.asks().contains(0)).isEqualTo(text.contains("enter"));
    assertThat(predicate.habits())
        .isEqualTo(text.matches(".*(firstSeen|commuter|usualTime|daysSeen).*"));
    if (predicate.alone()) {
      assertThat(predicate.condition().test(asked.facts(), NOBODY)).isIn(true, false);
    }
  }

  @Property(tries = 300)
  void whiteSpaceOutsideOfTextsMakesNoDifference(@ForAll("conditions") String text)
      throws PredicateException {
    String spread = "  \n" + text.replace(" && ", "  &&\n\t").replace(" == ", " ==   ") + " \n";

    assertThat(COMPILER.compile(spread, CelReference.CONTEXT).text())
        .isEqualTo(COMPILER.compile(text, CelReference.CONTEXT).text());
  }

  private static final Scene NOBODY =
      new Scene() {
        @Override
        public PassageFacts step(int step) {
          throw new AssertionError("no step was told");
        }

        @Override
        public Habits habits() {
          throw new AssertionError("no habits were told");
        }
      };

  @Provide
  Arbitrary<String> conditions() {
    return Expressions.conditions();
  }

  @Provide
  Arbitrary<Witness> witnesses() {
    return Witness.any();
  }

  @Provide
  Arbitrary<List<Witness>> many() {
    return Witness.any().list().ofSize(12);
  }

  @Provide
  Arbitrary<Scenes.StubHabits> habits() {
    return Combinators.combine(Arbitraries.of(true, false), Arbitraries.integers().between(0, 30))
        .as(Scenes.StubHabits::new);
  }
}
