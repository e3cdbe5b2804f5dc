package eu.passage.cep.engine;

import static eu.passage.cep.model.FacetsCheck.allow;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.LocalClock;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.PlateCode;
import eu.passage.cep.model.Facets;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The index answers for many rules at once what {@link Facets#allow} answers for one. */
class RuleIndexProperties {

  private static final String UNKNOWN_CAMERA = "GONE-1";

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aPassagesCandidatesAreTheRulesThatAllowIt(
      @ForAll("facets") List<Facets> rules, @ForAll("passages") List<PassageFacts> passages) {
    RuleIndex index = new RuleIndex(rules, Border.CAMERAS, LocalClock.BRUSSELS);
    long[] candidates = new long[index.words()];
    for (PassageFacts passage : passages) {
      index.candidates(passage, candidates);
      for (int rule = 0; rule < rules.size(); rule++) {
        boolean allowed = allow(rules.get(rule), passage, LocalClock.BRUSSELS.hour(passage.at()));
        boolean candidate = (candidates[rule / 64] >>> rule % 64 & 1) != 0;
        if (Border.CAMERAS.place(passage.camera()) < 0) {
          // cameras that the catalogue does not have are not told apart
          assertThat(candidate || !allowed).isTrue();
        } else {
          assertThat(candidate).isEqualTo(allowed);
        }
        Statistics.label("allowed")
            .collect(allowed)
            .coverage(
                coverage -> {
                  coverage.check(true).percentage(p -> p > 10);
                  coverage.check(false).percentage(p -> p > 10);
                });
      }
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void andAllowsWhatBothAllowAndOrWhatEitherAllows(
      @ForAll("facets") List<Facets> some, @ForAll("passages") List<PassageFacts> passages) {
    Facets one = some.get(0);
    Facets other = some.get(some.size() - 1);
    for (PassageFacts passage : passages) {
      int hour = LocalClock.BRUSSELS.hour(passage.at());
      boolean first = allow(one, passage, hour);
      boolean second = allow(other, passage, hour);
      assertThat(allow(one.and(other), passage, hour)).isEqualTo(first && second);
      assertThat(allow(one.or(other), passage, hour) || !(first || second)).isTrue();
    }
  }

  @Provide
  Arbitrary<List<Facets>> facets() {
    Arbitrary<Facets> facet =
        Arbitraries.oneOf(
            Arbitraries.just(Facets.ANY),
            some("EST-1", "EST-2", "EST-3", UNKNOWN_CAMERA).map(RuleIndexProperties::cameras),
            some("BE", "FR").map(names -> Facets.to(countries(names))),
            some("BE", "FR", "").map(names -> Facets.from(countries(names))),
            some("BE", "FR", "NL").map(names -> Facets.countries(countries(names))),
            some("1ABC234", "AB123CD")
                .map(
                    texts -> Facets.plates(Set.copyOf(texts.stream().map(PlateCode::of).toList()))),
            Arbitraries.integers().between(0, 63).map(Facets::types),
            Arbitraries.integers().between(0, 4095).map(Facets::colours),
            Arbitraries.integers().between(0, (1 << 24) - 1).map(Facets::hours),
            Arbitraries.of(true, false).map(Facets::crossing));
    Arbitrary<Facets> two =
        Combinators.combine(facet, facet, Arbitraries.of(true, false))
            .as((a, b, and) -> and ? a.and(b) : a.or(b));
    return Arbitraries.oneOf(facet, two).list().ofMinSize(1).ofMaxSize(140);
  }

  private static Arbitrary<Set<String>> some(String... of) {
    return Arbitraries.of(of).set().ofMinSize(0).ofMaxSize(of.length);
  }

  private static Facets cameras(Set<String> names) {
    return Facets.cameras(Set.copyOf(names.stream().map(NameCode::of).toList()));
  }

  private static Set<Integer> countries(Set<String> names) {
    return Set.copyOf(names.stream().map(CountryCode::of).toList());
  }

  @Provide
  Arbitrary<List<PassageFacts>> passages() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 48).map(RandomTraffic::time),
            Arbitraries.of("EST-1", "EST-2", "EST-3", UNKNOWN_CAMERA),
            Arbitraries.of("1ABC234", "AB123CD", "X"),
            Arbitraries.of("BE", "FR", "??"),
            Arbitraries.of("", "FR>BE", "BE>FR"),
            Arbitraries.of(VehicleType.class),
            Arbitraries.of(Colour.class))
        .as(RuleIndexProperties::passage)
        .list()
        .ofMinSize(1)
        .ofMaxSize(10);
  }

  private static PassageFacts passage(
      long at,
      String camera,
      String plate,
      String country,
      String crossing,
      VehicleType type,
      Colour colour) {
    PassageFacts.Builder passage =
        new PassageFacts.Builder(at, camera).plate(plate, country).type(type).colour(colour);
    return crossing.isEmpty()
        ? passage.build()
        : passage.crossing(crossing.substring(0, 2), crossing.substring(3)).build();
  }
}
