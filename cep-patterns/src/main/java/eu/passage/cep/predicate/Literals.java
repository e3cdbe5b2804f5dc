package eu.passage.cep.predicate;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.MakeCode;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PlateCode;
import eu.passage.schemas.plates.PlateText;
import eu.passage.schemas.text.Suggestion;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** What a text in quotes means, by what it is compared with. */
final class Literals {

  private static final List<String> TYPES = names(VehicleType.values());
  private static final List<String> COLOURS = names(Colour.values());
  private static final int MOST_NAMES = 30;

  private final Places places;
  private final Faults faults;

  Literals(Places places, Faults faults) {
    this.places = places;
    this.faults = faults;
  }

  /** Its code; empty when it can be none, which is told. */
  OptionalLong code(Kind kind, String text, int offset) {
    return switch (kind) {
      case TYPE -> known(kind, text, TYPES, TYPES.indexOf(text), offset);
      case COLOUR -> known(kind, text, COLOURS, COLOURS.indexOf(text), offset);
      case CAMERA -> known(kind, text, places.ids(), NameCode.of(text), offset);
      case ROAD -> known(kind, text, places.roads(), places.road(text), offset);
      case ZONE -> known(kind, text, places.zones(), places.zone(text), offset);
      case COUNTRY -> country(text, offset);
      case PLATE -> plate(text, offset);
      case MAKE -> OptionalLong.of(MakeCode.of(text));
      case MODEL -> OptionalLong.of(NameCode.ofAnyCase(text));
    };
  }

  /** Whether a bare word is probably a text whose quotes were forgotten. */
  boolean isKnown(String word) {
    return TYPES.contains(word)
        || COLOURS.contains(word)
        || places.ids().contains(word)
        || places.roads().contains(word)
        || places.zones().contains(word)
        || CountryCode.of(word) != CountryCode.NONE;
  }

  private OptionalLong country(String text, int offset) {
    if (text.isEmpty() || CountryCode.of(text) != CountryCode.NONE) {
      return OptionalLong.of(CountryCode.of(text));
    }
    String upper = text.toUpperCase(Locale.ROOT);
    faults.add(
        offset,
        "'%s' is no country".formatted(text),
        CountryCode.of(upper) != CountryCode.NONE
            ? "write '%s': two capital letters".formatted(upper)
            : "write two capital letters, such as 'BE' or 'FR'; '' where there is none");
    return OptionalLong.empty();
  }

  private OptionalLong plate(String text, int offset) {
    String normal = PlateText.normalise(text);
    if (normal.equals(text) && PlateCode.text(PlateCode.of(text)).equals(text) && !text.isEmpty()) {
      return OptionalLong.of(PlateCode.of(text));
    }
    faults.add(
        offset,
        "no plate is ever read as '%s'".formatted(text),
        normal.isEmpty() || normal.equals(text)
            ? "a plate has 1 to %d letters and digits".formatted(PlateText.MAX_LENGTH)
            : "write '%s': capital letters, no spaces or hyphens".formatted(normal));
    return OptionalLong.empty();
  }

  private OptionalLong known(
      Kind kind, String text, Collection<String> all, long code, int offset) {
    if (all.contains(text)) {
      return OptionalLong.of(code);
    }
    faults.add(
        offset,
        "'%s' is not %s that is known%s".formatted(text, kind.noun(), Suggestion.of(text, all)),
        "known: " + list(all));
    return OptionalLong.empty();
  }

  /** For advice: not all of a long list. */
  static String list(Collection<String> names) {
    String some = String.join(", ", names.stream().limit(MOST_NAMES).toList());
    int more = names.size() - MOST_NAMES;
    return names.isEmpty() ? "none" : more > 0 ? some + " and %d more".formatted(more) : some;
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
