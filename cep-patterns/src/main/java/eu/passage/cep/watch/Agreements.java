package eu.passage.cep.watch;

import eu.passage.avro.Agreement;
import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.facts.MakeCode;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import java.util.stream.Stream;

/**
 * Whether the vehicle that was seen is the one listed. UNKNOWN where the entry does not say, nobody
 * could tell, or the classifier is less sure than {@link PassageFacts#SURE}.
 */
public record Agreements(Agreement type, Agreement colour, Agreement make) {

  /** Four of five vehicles are cars. */
  private static final double COMMON_TYPE = 1.2;

  private static final double OTHER_TYPE = 5;

  /** White, black and grey have about a quarter of all vehicles each. */
  private static final double COMMON_COLOUR = 3;

  private static final double OTHER_COLOUR = 6;

  /** Hardly any maker has more than a tenth. */
  private static final double ANY_MAKE = 6;

  /** Of what was seen and an entry; makes are compared however they are written. */
  public static Agreements of(PassageFacts seen, WatchEntry entry) {
    int make = MakeCode.of(entry.getMake());
    return new Agreements(
        seen.type() == VehicleType.UNKNOWN || entry.getType() == VehicleType.UNKNOWN
            ? Agreement.UNKNOWN
            : of(seen.type() == entry.getType()),
        seen.colour() == Colour.UNKNOWN || entry.getColour() == Colour.UNKNOWN
            ? Agreement.UNKNOWN
            : of(seen.colour() == entry.getColour()),
        seen.make() == NameCode.NONE || make == NameCode.NONE
            ? Agreement.UNKNOWN
            : of(seen.make() == make));
  }

  /** At least one agrees and none differs. */
  public boolean speakFor() {
    return all().anyMatch(a -> a == Agreement.AGREES) && !speakAgainst();
  }

  /**
   * How many times likelier it becomes that this is the vehicle listed and not any other, by how
   * many others look so; a little less, because classifiers err. 0 where nothing speaks for it.
   */
  double weight(WatchEntry entry) {
    if (!speakFor()) {
      return 0;
    }
    double weight = make == Agreement.AGREES ? ANY_MAKE : 1;
    if (type == Agreement.AGREES) {
      weight *= entry.getType() == VehicleType.CAR ? COMMON_TYPE : OTHER_TYPE;
    }
    if (colour == Agreement.AGREES) {
      weight *=
          switch (entry.getColour()) {
            case WHITE, BLACK, GREY -> COMMON_COLOUR;
            default -> OTHER_COLOUR;
          };
    }
    return weight;
  }

  /** At least one differs. */
  boolean speakAgainst() {
    return all().anyMatch(a -> a == Agreement.DIFFERS);
  }

  private Stream<Agreement> all() {
    return Stream.of(type, colour, make);
  }

  private static Agreement of(boolean same) {
    return same ? Agreement.AGREES : Agreement.DIFFERS;
  }
}
