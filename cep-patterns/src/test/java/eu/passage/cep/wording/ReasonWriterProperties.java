package eu.passage.cep.wording;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Distinct;
import eu.passage.cep.model.Step.Link;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever matched, what is said is well set and bounded. */
class ReasonWriterProperties {

  private static final long START = Told.instant("2026-10-24T00:00");
  private static final long TWO_DAYS = 2 * 86_400_000L;

  /** Four vehicles, twelve cameras in one clause and a note: more than this is no sentence. */
  private static final int LONGEST = 900;

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void sentencesAreWellSet(
      @ForAll("rules") Told rule,
      @ForAll("evidence") List<PassageFacts> all,
      @ForAll @IntRange(min = 1, max = 4) int perStep) {
    List<Integer> steps = IntStream.range(0, all.size()).mapToObj(i -> i / perStep).toList();
    long at = all.get(all.size() - 1).at();
    Map<String, String> said = rule.at(at, steps, all).byLanguage();
    assertThat(said.keySet()).containsExactly("en", "fr", "nl");
    for (String sentence : said.values()) {
      assertThat(sentence)
          .matches("\\p{Lu}.*[^ .,;]\\.")
          .doesNotContain("  ", " ,", "..", "null", "Optional", "%", "()")
          .hasSizeLessThan(LONGEST);
    }
  }

  @Provide
  Arbitrary<Told> rules() {
    Arbitrary<Told> single =
        Arbitraries.oneOf(
            Arbitraries.just(Told.when("true")),
            Arbitraries.of("from == 'BE'", "to == 'LU'", "crossing", "passage", "late || true")
                .map(Told::absence),
            Arbitraries.just(Told.sequence(Told.step("a", Link.FIRST, "speed(a, b) > type"))),
            Arbitraries.just(Told.count(null, 1)),
            Arbitraries.of(Distinct.class).map(distinct -> Told.count(distinct, 1)));
    return Combinators.combine(single, Arbitraries.integers().between(1, 4))
        .as((told, vehicles) -> vehicles == 1 ? told : told.together(vehicles));
  }

  @Provide
  Arbitrary<List<PassageFacts>> evidence() {
    Arbitrary<PassageFacts> passage =
        Combinators.combine(
                Arbitraries.longs().between(0, TWO_DAYS),
                Arbitraries.of("EST-1", "EST-2", "TOU-1", "LIL-1", "NEW-1"),
                Arbitraries.of("", "FR>BE", "BE>FR", "BE>LU", "DE>NL"),
                Arbitraries.of("BE", "FR", ""),
                Arbitraries.of(VehicleType.class),
                Arbitraries.of(Colour.class),
                Arbitraries.of(true, false))
            .as(ReasonWriterProperties::passage);
    return passage.list().ofMinSize(1).ofMaxSize(40).map(ReasonWriterProperties::sorted);
  }

  private static PassageFacts passage(
      long after,
      String camera,
      String crossing,
      String country,
      VehicleType type,
      Colour colour,
      boolean late) {
    PassageFacts.Builder builder =
        new PassageFacts.Builder(START + after, camera)
            .plate("1ABC234", country)
            .type(type)
            .colour(colour)
            .late(late);
    return crossing.isEmpty()
        ? builder.build()
        : builder.crossing(crossing.substring(0, 2), crossing.substring(3)).build();
  }

  private static List<PassageFacts> sorted(List<PassageFacts> passages) {
    return passages.stream().sorted(PassageFacts.ORDER).toList();
  }
}
