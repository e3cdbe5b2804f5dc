package eu.passage.cep.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Facets;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Step;
import eu.passage.cep.model.Step.Link;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A bus that passes all day, and rules that all of its passages fit. */
class CostlyRuleTest {

  private static final int PASSAGES = 512;
  private static final Duration DAY = Duration.ofHours(24);

  private final AtomicInteger asked = new AtomicInteger();

  private final Predicate any =
      Predicate.of("any", (passage, scene) -> asked.incrementAndGet() > 0);

  /** Never, but that shows only when all that stands before it is known. */
  private final Predicate never =
      new Predicate(
          "at < the time of any before",
          (passage, scene) ->
              asked.incrementAndGet() > 0
                  && IntStream.range(0, 3).anyMatch(step -> passage.at() < scene.step(step).at()),
          Facets.ANY,
          Set.of(0, 1, 2),
          false);

  private final List<Step> steps =
      List.of(
          new Step("first", Link.FIRST, any),
          new Step("second", Link.THEN, any),
          new Step("third", Link.THEN, any),
          new Step("fourth", Link.THEN, never));

  /** Its first step may be any number of passages, so there are many ways to find the others. */
  private final Rule costly =
      Rules.sequence(
          "costly",
          DAY,
          new Step("first", Link.FIRST, any, 1, 2),
          steps.get(1),
          steps.get(2),
          steps.get(3));

  /** From each opening there is one way on. */
  private final Rule straight = Rules.sequence("straight", DAY, steps.toArray(new Step[0]));

  /** Its steps can be found at once; it is flink-cep that would try them in all numbers. */
  private final Rule branching =
      Rules.sequence(
          "branching",
          DAY,
          new Step("first", Link.FIRST, any, 1, 16),
          new Step("second", Link.THEN, any, 1, 16),
          new Step("third", Link.THEN, any, 1, 16),
          new Step("fourth", Link.THEN, any, 1, 16),
          new Step("fifth", Link.THEN, any));

  private final Rule sequence =
      Rules.sequence(
          "sequence",
          DAY,
          new Step("there", Link.FIRST, Predicate.of("in", (p, scene) -> p.crossing())),
          new Step("back", Link.THEN, Predicate.of("out", (p, scene) -> !p.crossing())));

  private final Rule count =
      Rules.of(
          "count",
          new Body.Count(Predicate.of("bus", (p, s) -> p.type() == VehicleType.BUS), null, 6),
          DAY);

  @Test
  void aRuleThatAsksTooMuchIsSwitchedOffAndTheOthersGoOn() {
    Subjects subjects = Subjects.of(costly, sequence, count);
    Subjects without = Subjects.of(sequence, count);

    busPasses(subjects);
    busPasses(without);

    assertThat(subjects.failed).containsOnlyKeys("costly");
    assertThat(subjects.failed.get("costly"))
        .isInstanceOf(CostlyRuleException.class)
        .hasMessageContaining("make the steps stricter or the window shorter");
    assertThat(subjects.told).isEqualTo(without.told).hasSizeGreaterThan(PASSAGES);
  }

  @Test
  void stepsOfOnePassageEachNeverAskTooMuchHoweverOftenAVehiclePasses() {
    Subjects subjects = Subjects.of(straight);

    busPasses(subjects);

    assertThat(subjects.failed).isEmpty();
    assertThat(asked).hasPositiveValue();
  }

  @Test
  void theLimitHoldsInsideFlinkCepToo() {
    Subjects subjects = Subjects.of(branching, sequence);
    Subjects without = Subjects.of(sequence);

    busPasses(subjects);
    busPasses(without);

    assertThat(subjects.failed.get("branching")).isInstanceOf(CostlyRuleException.class);
    assertThat(subjects.told.stream().filter(hit -> hit.rule().rule().id().equals("sequence")))
        .isEqualTo(without.told)
        .isNotEmpty();
  }

  @Test
  void noPassageIsAskedMoreThanTheLimit() {
    Subjects subjects = Subjects.of(costly);
    int most = 0;
    for (int i = 0; i < PASSAGES; i++) {
      int before = asked.get();
      subjects.pass(bus(i), bus(i).at() - 1);
      most = Math.max(most, asked.get() - before);
    }

    assertThat(most).isEqualTo(CostlyRuleException.LIMIT);
  }

  @Test
  void anAbsenceIsRightHoweverManyPassagesLieInItsTime() {
    Rule notLastAtThree =
        Rules.sequence(
            "absence",
            DAY,
            new Step("first", Link.FIRST, Predicate.of("in", (p, scene) -> p.crossing())),
            new Step("second", Link.THEN, Predicate.of("out", (p, scene) -> !p.crossing())),
            new Step("not", Link.NOT, new Ask.At("EST-3").predicate()));
    Subjects subjects = Subjects.of(notLastAtThree);

    busPasses(subjects);
    subjects.pass(bus(PASSAGES, "EST-3"), bus(PASSAGES).at() - 1);
    subjects.timeIs(bus(PASSAGES).at() + DAY.toMillis());

    // all passages lie within a day before the one at EST-3
    assertThat(subjects.told).isEmpty();
    assertThat(subjects.failed).isEmpty();
  }

  private static void busPasses(Subjects subjects) {
    for (int i = 0; i < PASSAGES; i++) {
      subjects.pass(bus(i), bus(i).at() - 1);
    }
  }

  private static PassageFacts bus(int n) {
    return bus(n, "EST-1");
  }

  /** Every two and a half minutes, in and, without a crossing, out. */
  private static PassageFacts bus(int n, String camera) {
    PassageFacts.Builder bus =
        new PassageFacts.Builder(Border.local("2026-03-10T02:00") + n * 150_000L, camera)
            .plate("1ABC234", "BE")
            .type(VehicleType.BUS);
    return n % 2 == 0 ? bus.crossing("FR", "BE").build() : bus.build();
  }
}
