package eu.passage.jobs.bench.watch;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Entries without a whole plate, made of whole ones: every second leaves two characters open, the
 * others describe a vehicle by type, colour, make and zone.
 */
final class PatternList implements EntryList {

  private static final VehicleType[] TYPES = {
    VehicleType.CAR, VehicleType.VAN, VehicleType.TRUCK, VehicleType.BUS
  };

  private static final Colour[] COLOURS = {
    Colour.WHITE, Colour.BLACK, Colour.GREY, Colour.RED, Colour.BLUE, Colour.GREEN
  };

  private static final List<String> MAKES =
      List.of("Renault", "Peugeot", "Volkswagen", "Ford", "Iveco", "Fiat", "Skoda", "Toyota");

  private final EntryList plates;
  private final List<String> zones;

  /**
   * @param zones that descriptions are of
   */
  PatternList(EntryList plates, List<String> zones) {
    this.plates = plates;
    this.zones = zones;
  }

  @Override
  public int size() {
    return plates.size();
  }

  @Override
  public WatchEntry entry(int place) {
    SplittableRandom random = new SplittableRandom(place);
    WatchEntry entry = plates.entry(place);
    entry.setType(VehicleType.UNKNOWN);
    entry.setColour(Colour.UNKNOWN);
    if (place % 2 == 0) {
      StringBuilder plate = new StringBuilder(entry.getPlate());
      for (int open = 0; open < 2; open++) {
        plate.setCharAt(random.nextInt(plate.length()), '?');
      }
      entry.setPlate(plate.toString());
      return entry;
    }
    entry.setPlate("");
    entry.setCountry("");
    entry.setType(TYPES[random.nextInt(TYPES.length)]);
    entry.setColour(COLOURS[random.nextInt(COLOURS.length)]);
    entry.setMake(MAKES.get(random.nextInt(MAKES.size())));
    entry.setZones(new ArrayList<>(List.of(zones.get(random.nextInt(zones.size())))));
    return entry;
  }
}
