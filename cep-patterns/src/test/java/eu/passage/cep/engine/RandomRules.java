package eu.passage.cep.engine;

import eu.passage.avro.VehicleType;
import eu.passage.cep.model.Body;
import eu.passage.cep.model.Body.Sequence;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Step;
import eu.passage.cep.model.Step.Link;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Rules of all kinds, whose spans lie on the grid of {@link RandomTraffic}. */
final class RandomRules {

  /** What a step is made of, before it is known which steps stand before it. */
  private record Draft(Link link, Times times, Ask ask, Reference reference) {}

  private record Times(int least, int most) {}

  private enum Kind {
    NONE,
    SAME_CAMERA,
    OTHER_CAMERA,
    SOON,
    NOT_SOON
  }

  /** To some earlier step that must be there, counted back. */
  private record Reference(Kind kind, int back, int slots) {}

  private RandomRules() {}

  /** Rules whose body flink-cep can say too. */
  static Arbitrary<Rule> comparable() {
    return Combinators.combine(body(), within()).as((body, within) -> Rules.of("r", body, within));
  }

  /** Only rules about what must not come, and about very next passages. */
  static Arbitrary<Rule> waiting() {
    return comparable().filter(Rule::waits);
  }

  /** Steps of one passage each, some time after one another. */
  static Arbitrary<Rule> straight() {
    Arbitrary<List<Draft>> drafts =
        Combinators.combine(ask(), reference())
            .as((ask, reference) -> new Draft(Link.THEN, new Times(1, 1), ask, reference))
            .list()
            .ofMinSize(2)
            .ofMaxSize(4);
    return Combinators.combine(drafts.map(RandomRules::mended), within())
        .as((steps, within) -> Rules.of("r", new Sequence(steps), within));
  }

  private static Arbitrary<Body> body() {
    Arbitrary<Body> sequence =
        steps().map(RandomRules::mended).map(steps -> (Body) new Sequence(steps));
    return Arbitraries.frequencyOf(
        Tuple.of(8, sequence),
        Tuple.of(
            1,
            Combinators.combine(ask(), Arbitraries.integers().between(1, 4))
                .as((ask, n) -> new Body.Count(ask.predicate(), null, n))),
        Tuple.of(1, ask().map(ask -> new Body.When(ask.predicate()))));
  }

  private static Arbitrary<List<Draft>> steps() {
    return Combinators.combine(link(), times(), ask(), reference())
        .as(Draft::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  /** Numbers of slots; one in four a millisecond more, so that an equal span is within. */
  static Arbitrary<Duration> within() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 16), Arbitraries.integers().between(0, 3))
        .as((n, odd) -> RandomTraffic.SLOT.multipliedBy(n).plusMillis(odd == 3 ? 1 : 0));
  }

  private static Arbitrary<Link> link() {
    return Arbitraries.frequency(
        Tuple.of(5, Link.THEN), Tuple.of(2, Link.NEXT), Tuple.of(3, Link.NOT));
  }

  private static Arbitrary<Times> times() {
    return Arbitraries.frequency(
        Tuple.of(12, new Times(1, 1)),
        Tuple.of(1, new Times(2, 2)),
        Tuple.of(1, new Times(1, 3)),
        Tuple.of(1, new Times(2, 4)),
        Tuple.of(1, new Times(0, 1)),
        Tuple.of(1, new Times(0, 2)));
  }

  static Arbitrary<Ask> ask() {
    Arbitrary<Ask> simple =
        Arbitraries.of(
            new Ask.Any(),
            new Ask.Enters("BE"),
            new Ask.Enters("FR"),
            new Ask.Crosses(true),
            new Ask.Crosses(false),
            new Ask.At("EST-1"),
            new Ask.At("EST-2"),
            new Ask.Is(VehicleType.TRUCK),
            new Ask.EarlierThan(RandomTraffic.time(20)));
    Arbitrary<Ask> both = Combinators.combine(simple, simple).as(Ask.Both::new);
    Arbitrary<Ask> either = Combinators.combine(simple, simple).as(Ask.Either::new);
    return Arbitraries.frequencyOf(Tuple.of(6, simple), Tuple.of(1, both), Tuple.of(1, either));
  }

  private static Arbitrary<Reference> reference() {
    List<Tuple2<Integer, Kind>> kinds =
        List.of(
            Tuple.of(6, Kind.NONE),
            Tuple.of(1, Kind.SAME_CAMERA),
            Tuple.of(2, Kind.OTHER_CAMERA),
            Tuple.of(1, Kind.SOON),
            Tuple.of(1, Kind.NOT_SOON));
    return Combinators.combine(
            Arbitraries.frequency(kinds),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 4))
        .as(Reference::new);
  }

  /** Steps that make a sequence: first and last are set right, references lead to earlier steps. */
  private static List<Step> mended(List<Draft> drafts) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      boolean last = i == drafts.size() - 1;
      Link link = i == 0 ? Link.FIRST : draft.link;
      boolean once = link == Link.NOT || ((i == 0 || last) && draft.times.least == 0);
      steps.add(
          new Step(
              "s" + i,
              link,
              asked(draft, steps).predicate(),
              once ? 1 : draft.times.least,
              once ? 1 : draft.times.most));
    }
    return steps;
  }

  private static Ask asked(Draft draft, List<Step> before) {
    List<Integer> mandatory = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).mandatory()) {
        mandatory.add(i);
      }
    }
    if (mandatory.isEmpty() || draft.reference.kind == Kind.NONE) {
      return draft.ask;
    }
    Reference to = draft.reference;
    int step = mandatory.get(mandatory.size() - 1 - to.back % mandatory.size());
    long millis = RandomTraffic.SLOT.multipliedBy(to.slots).toMillis();
    return switch (to.kind) {
      case NONE -> draft.ask;
      case SAME_CAMERA -> new Ask.Both(draft.ask, new Ask.SameCameraAs(step, true));
      case OTHER_CAMERA -> new Ask.Both(draft.ask, new Ask.SameCameraAs(step, false));
      case SOON -> new Ask.Both(draft.ask, new Ask.SoonAfter(step, millis, true));
      case NOT_SOON -> new Ask.Both(draft.ask, new Ask.SoonAfter(step, millis, false));
    };
  }
}
