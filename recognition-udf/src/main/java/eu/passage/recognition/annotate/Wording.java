package eu.passage.recognition.annotate;

import eu.passage.avro.Colour;
import eu.passage.avro.PlateReading;
import eu.passage.avro.VehicleType;
import eu.passage.recognition.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is written beside a box. */
final class Wording {

  private Wording() {}

  /** "1ABC234 BE 98%"; the country is left out where none is named. */
  static String plate(Optional<PlateReading> plate) {
    if (plate.isEmpty()) {
      return "unreadable";
    }
    PlateReading read = plate.get();
    List<String> words = new ArrayList<>(List.of(read.getText()));
    if (read.getCountry() != null) {
      words.add(read.getCountry());
    }
    words.add(percent(read.getConfidence()));
    return String.join(" ", words);
  }

  /**
   * "car 97%, red 88%, volvo 91%": what is unknown is left out; a vehicle of which nothing is
   * known.
   */
  static String vehicle(Sighting sighting) {
    List<String> words = new ArrayList<>();
    if (sighting.type().getValue() != VehicleType.UNKNOWN) {
      words.add(word(sighting.type().getValue(), sighting.type().getConfidence()));
    }
    if (sighting.colour().getValue() != Colour.UNKNOWN) {
      words.add(word(sighting.colour().getValue(), sighting.colour().getConfidence()));
    }
    sighting
        .labels()
        .make()
        .ifPresent(make -> words.add(make.getValue() + " " + percent(make.getConfidence())));
    return words.isEmpty() ? "vehicle" : String.join(", ", words);
  }

  private static String word(Enum<?> value, float confidence) {
    return value.name().toLowerCase(Locale.ROOT) + " " + percent(confidence);
  }

  private static String percent(float probability) {
    return Math.round(100 * probability) + "%";
  }
}
