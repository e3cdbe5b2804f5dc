package eu.passage.cep.predicate;

import static java.util.stream.Collectors.toUnmodifiableSet;

import eu.passage.cep.facts.CodeTable;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Condition;
import eu.passage.cep.model.Facets;
import eu.passage.cep.predicate.Value.Bool;
import eu.passage.cep.predicate.Value.LongOf;
import eu.passage.cep.predicate.Value.Text;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Reads text fields as codes, and asks whether they are among some. */
final class Fields {

  @FunctionalInterface
  private interface Code {
    long of(PassageFacts passage);
  }

  private final Places places;

  Fields(Places places) {
    this.places = places;
  }

  /** A field of an earlier step's passage, or of the one in question. */
  Text text(Field field, int step) {
    Code code = code(field);
    return step == Value.THIS
        ? new Text(field.kind(), (p, s) -> code.of(p), Optional.of(field))
        : new Text(field.kind(), (p, s) -> code.of(s.step(step)), Optional.empty());
  }

  /** Whether a text is one of these codes. */
  Bool among(Text text, long[] codes) {
    if (text.field().isEmpty()) {
      return Bool.of(among(text.of(), codes));
    }
    Field field = text.field().get();
    return switch (field) {
      case TYPE -> types(codes);
      case COLOUR -> colours(codes);
      case ROAD, ZONE -> cameras(places.cameras(field, codes));
      case CAMERA_COUNTRY ->
          Arrays.stream(codes).anyMatch(c -> c == CountryCode.NONE)
              ? Bool.of(among(text.of(), codes)) // also cameras that nobody knows
              : cameras(places.cameras(field, codes));
      case CAMERA -> cameras(codes);
      default -> new Bool(test(field, codes), yes(field, codes), no(field, codes));
    };
  }

  private static Bool types(long[] codes) {
    int mask = mask(codes);
    return new Bool(
        (p, s) -> (mask >>> p.typeOrdinal() & 1) != 0, Facets.types(mask), Facets.types(~mask));
  }

  private static Bool colours(long[] codes) {
    int mask = mask(codes);
    return new Bool(
        (p, s) -> (mask >>> p.colourOrdinal() & 1) != 0,
        Facets.colours(mask),
        Facets.colours(~mask));
  }

  private static Bool cameras(long[] codes) {
    Facets yes = Facets.cameras(ints(codes));
    if (codes.length == 1) {
      int only = (int) codes[0];
      return new Bool((p, s) -> p.camera() == only, yes, Facets.ANY);
    }
    CodeTable set = CodeTable.setOf(codes);
    return new Bool((p, s) -> set.has(p.camera()), yes, Facets.ANY);
  }

  /** One code is by far the most frequent question: it gets a closure without detours. */
  private Condition test(Field field, long[] codes) {
    if (codes.length != 1) {
      Code code = code(field);
      return among((p, s) -> code.of(p), codes);
    }
    long only = codes[0];
    return switch (field) {
      case PLATE -> (p, s) -> p.plate() == only;
      case COUNTRY -> (p, s) -> p.country() == only;
      case FROM -> (p, s) -> p.from() == only;
      case TO -> (p, s) -> p.to() == only;
      case MAKE -> (p, s) -> p.make() == only;
      case MODEL -> (p, s) -> p.model() == only;
      default -> throw new IllegalStateException(field + " has a question of its own");
    };
  }

  private static Condition among(LongOf of, long[] codes) {
    if (codes.length == 1) {
      long only = codes[0];
      return (p, s) -> of.of(p, s) == only;
    }
    CodeTable set = CodeTable.setOf(codes);
    return (p, s) -> set.has(of.of(p, s));
  }

  private static Facets yes(Field field, long[] codes) {
    return switch (field) {
      case PLATE -> Facets.plates(Arrays.stream(codes).boxed().collect(toUnmodifiableSet()));
      case COUNTRY -> Facets.countries(ints(codes));
      case FROM -> Facets.from(ints(codes));
      case TO -> Facets.to(ints(codes));
      default -> Facets.ANY;
    };
  }

  /** Where the answer is no although it is asked whether there is no country, there is one. */
  private static Facets no(Field field, long[] codes) {
    boolean none = Arrays.stream(codes).anyMatch(c -> c == CountryCode.NONE);
    return none && (field == Field.FROM || field == Field.TO) ? Facets.crossing(true) : Facets.ANY;
  }

  private Code code(Field field) {
    return switch (field) {
      case PLATE -> PassageFacts::plate;
      case COUNTRY -> PassageFacts::country;
      case TYPE -> PassageFacts::typeOrdinal;
      case COLOUR -> PassageFacts::colourOrdinal;
      case MAKE -> PassageFacts::make;
      case MODEL -> PassageFacts::model;
      case FROM -> PassageFacts::from;
      case TO -> PassageFacts::to;
      case CAMERA -> PassageFacts::camera;
      case ROAD -> p -> places.roadOf(p.camera());
      case ZONE -> p -> places.zoneOf(p.camera());
      case CAMERA_COUNTRY -> p -> places.countryOf(p.camera());
    };
  }

  private static int mask(long[] ordinals) {
    int mask = 0;
    for (long ordinal : ordinals) {
      mask |= 1 << ordinal;
    }
    return mask;
  }

  private static Set<Integer> ints(long[] codes) {
    return Arrays.stream(codes).mapToObj(c -> (int) c).collect(toUnmodifiableSet());
  }
}
