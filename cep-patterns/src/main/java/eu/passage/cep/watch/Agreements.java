package eu.passage.cep.watch;

import eu.passage.avro.Agreement;
import eu.passage.avro.Colour;
import eu.passage.avro.MakeEstimate;
import eu.passage.avro.Passage;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.facts.PassageFacts;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the vehicle that was seen is the one listed. UNKNOWN where the entry does not say, nobody
 * could tell, or the classifier is less sure than {@link PassageFacts#SURE}.
 */
public record Agreements(Agreement type, Agreement colour, Agreement make) {

  static Agreements of(Passage passage, WatchEntry entry) {
    var type = passage.getType();
    var colour = passage.getColour();
    MakeEstimate make = passage.getMake();
    boolean read = make != null && make.getConfidence() >= PassageFacts.SURE;
    return new Agreements(
        type.getConfidence() < PassageFacts.SURE
                || type.getValue() == VehicleType.UNKNOWN
                || entry.getType() == VehicleType.UNKNOWN
            ? Agreement.UNKNOWN
            : of(type.getValue() == entry.getType()),
        colour.getConfidence() < PassageFacts.SURE
                || colour.getValue() == Colour.UNKNOWN
                || entry.getColour() == Colour.UNKNOWN
            ? Agreement.UNKNOWN
            : of(colour.getValue() == entry.getColour()),
        !read || entry.getMake() == null || entry.getMake().isBlank()
            ? Agreement.UNKNOWN
            : of(makeName(make.getValue()).equals(makeName(entry.getMake()))));
  }

  /** At least one agrees and none differs. */
  public boolean speakFor() {
    return all().anyMatch(a -> a == Agreement.AGREES) && !speakAgainst();
  }

  /** Any differs. */
  public boolean speakAgainst() {
    return all().anyMatch(a -> a == Agreement.DIFFERS);
  }

  /**
   * A maker's name as it is compared: its first word, in capitals, since Mercedes, MERCEDES-BENZ
   * and Mercedes Benz are one. Empty for nothing.
   */
  static String makeName(@Nullable String name) {
    return name == null ? "" : name.strip().split("[\\s-]", 2)[0].toUpperCase(Locale.ROOT);
  }

  private Stream<Agreement> all() {
    return Stream.of(type, colour, make);
  }

  private static Agreement of(boolean same) {
    return same ? Agreement.AGREES : Agreement.DIFFERS;
  }
}
