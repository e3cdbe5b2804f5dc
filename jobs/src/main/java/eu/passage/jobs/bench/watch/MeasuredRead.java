package eu.passage.jobs.bench.watch;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import java.util.ArrayList;
import java.util.List;

/**
 * How the reader told one rendered passage: a line of {@code reads.csv}, which {@code passage
 * evaluate --only passages --reads} writes.
 *
 * @param plate as it truly is, normal form
 * @param read as told
 * @param readCountry empty where nobody could tell
 * @param characters a probability for each character of {@code read}
 * @param readType UNKNOWN where it was not told
 */
record MeasuredRead(
    String plate,
    String country,
    VehicleType type,
    Colour colour,
    String read,
    String readCountry,
    float confidence,
    float countryConfidence,
    List<Float> characters,
    List<Alternative> alternatives,
    VehicleType readType,
    float typeConfidence,
    Colour readColour,
    float colourConfidence) {

  /**
   * Another text.
   *
   * @param country empty where nobody could tell
   */
  record Alternative(String text, String country, float confidence) {}

  static MeasuredRead of(String line) {
    String[] fields = line.split(",", -1);
    List<Float> characters = new ArrayList<>();
    for (String one : fields[8].split(" ")) {
      if (!one.isEmpty()) {
        characters.add(Float.parseFloat(one));
      }
    }
    List<Alternative> alternatives = new ArrayList<>();
    for (String one : fields[9].split(" ")) {
      if (!one.isEmpty()) {
        String[] parts = one.split("/", -1);
        alternatives.add(new Alternative(parts[0], parts[1], Float.parseFloat(parts[2])));
      }
    }
    return new MeasuredRead(
        fields[0],
        fields[1],
        VehicleType.valueOf(fields[2]),
        Colour.valueOf(fields[3]),
        fields[4],
        fields[5],
        Float.parseFloat(fields[6]),
        Float.parseFloat(fields[7]),
        List.copyOf(characters),
        List.copyOf(alternatives),
        VehicleType.valueOf(fields[10]),
        Float.parseFloat(fields[11]),
        Colour.valueOf(fields[12]),
        Float.parseFloat(fields[13]));
  }

  boolean right() {
    return read.equals(plate);
  }
}
