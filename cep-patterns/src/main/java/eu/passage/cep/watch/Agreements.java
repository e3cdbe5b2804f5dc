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
