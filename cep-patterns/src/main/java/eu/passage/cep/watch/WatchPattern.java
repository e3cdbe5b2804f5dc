package eu.passage.cep.watch;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.MakeCode;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.PlateGlob;
import eu.passage.schemas.plates.PlateText;
import org.jspecify.annotations.Nullable;

/** An entry for a plate with wildcards, or for a vehicle that is only described. */
public final class WatchPattern {

  private final WatchEntry entry;
  private final @Nullable PlateGlob glob;
  private final boolean possible;
  private final int country;
  private final int type;
  private final int colour;
  private final int make;
  private final Scope scope;

  public WatchPattern(WatchEntry entry) {
    this.entry = entry;
    String plate = entry.getPlate().strip();
    type = entry.getType().ordinal();
    colour = entry.getColour().ordinal();
    make = MakeCode.of(entry.getMake());
    country = CountryCode.of(entry.getCountry());
    scope = Scope.of(entry);
    // An entry that says nothing at all is no request to be told of everybody.
    possible =
        (!plate.isEmpty() || describes())
            && PlateGlob.least(plate) <= PlateText.MAX_LENGTH
            && (entry.getCountry().isEmpty() || country != CountryCode.NONE);
    glob = plate.isEmpty() || !possible ? null : new PlateGlob(plate);
  }

  /** Whether an entry is of this kind, and not one for a whole plate. */
  public static boolean is(WatchEntry entry) {
    return !EntryPlates.isExact(entry.getPlate());
  }

  public WatchEntry entry() {
    return entry;
  }

  /**
   * Whether a passage is one of those asked about, whenever the entry is in force. Of a plate with
   * wildcards nothing that was seen of the vehicle may differ from what is listed; of a description
   * everything must agree.
   *
   * @param zone the {@link NameCode} of its camera's zone
   */
  public boolean fits(PassageFacts passage, int zone) {
    return possible
        && (country == CountryCode.NONE || passage.country() == country)
        && fits(type, passage.typeOrdinal(), VehicleType.UNKNOWN.ordinal())
        && fits(colour, passage.colourOrdinal(), Colour.UNKNOWN.ordinal())
        && fits(make, passage.make(), NameCode.NONE)
        && readsAsListed(passage)
        && scope.covers(passage, zone);
  }

  /** Whether the plate that was read is one of those listed. */
  boolean readsAsListed(PassageFacts passage) {
    return glob == null || glob.matches(passage.plate());
  }

  private boolean fits(int listed, int seen, int unknown) {
    return listed == unknown || listed == seen || seen == unknown && glob != null;
  }

  /** Whether it says anything of the vehicle itself. */
  boolean describes() {
    return type != VehicleType.UNKNOWN.ordinal()
        || colour != Colour.UNKNOWN.ordinal()
        || make != NameCode.NONE;
  }

  /** Ordinal of the type; 0 where it does not say. */
  int type() {
    return type;
  }

  /** Ordinal of the colour; 0 where it does not say. */
  int colour() {
    return colour;
  }

  /** {@link MakeCode} of the make; 0 where it does not say. */
  int make() {
    return make;
  }

  /** {@link NameCode}s of zones; empty for all. */
  int[] zones() {
    return scope.zones();
  }
}
