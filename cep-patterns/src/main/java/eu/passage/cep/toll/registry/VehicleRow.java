package eu.passage.cep.toll.registry;

import eu.passage.cep.toll.VehicleFacts;
import eu.passage.schemas.plates.PlateText;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A row of a file of vehicles, filled cell by cell and used again for the next. */
final class VehicleRow {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private final Map<VehicleColumn, String> cells = new EnumMap<>(VehicleColumn.class);
  private final Map<String, Set<String>> knownUses = new HashMap<>();

  void clear() {
    cells.clear();
  }

  /** Takes a cell as it is, and says what is wrong with it. */
  void put(VehicleColumn column, String text) throws FactException {
    cells.put(column, text);
    switch (column) {
      case PLATE -> plate();
      case COUNTRY -> country();
      case EURO_CLASS -> number(column, NumberFact.EURO_CLASS);
      case CO2_CLASS -> co2Class();
      case MAXIMUM_MASS -> number(column, NumberFact.MAXIMUM_MASS);
      case AXLES -> number(column, NumberFact.AXLES);
      case USES -> uses();
    }
  }

  /** Of a row whose cells are right. */
  VehicleId vehicle() throws FactException {
    return new VehicleId(country(), plate());
  }

  /** Of a row whose cells are right. */
  VehicleFacts facts() throws FactException {
    return new VehicleFacts(
        number(VehicleColumn.EURO_CLASS, NumberFact.EURO_CLASS),
        co2Class(),
        number(VehicleColumn.MAXIMUM_MASS, NumberFact.MAXIMUM_MASS),
        number(VehicleColumn.AXLES, NumberFact.AXLES),
        uses());
  }

  private String plate() throws FactException {
    String plate = PlateText.normalise(cell(VehicleColumn.PLATE));
    if (plate.isEmpty() || plate.length() > PlateText.MAX_LENGTH) {
      throw new FactException(
          "no plate; write its 1 to %d letters and digits".formatted(PlateText.MAX_LENGTH));
    }
    return plate;
  }

  private String country() throws FactException {
    String country = cell(VehicleColumn.COUNTRY);
    if (!COUNTRY.matcher(country).matches()) {
      throw new FactException(
          "'%s' is not a country; write its two letters by ISO 3166-1, such as BE"
              .formatted(FactException.shown(country)));
    }
    return country;
  }

  private @Nullable Integer number(VehicleColumn column, NumberFact fact) throws FactException {
    return cell(column).isEmpty() ? null : (Integer) fact.parse(cell(column));
  }

  private @Nullable String co2Class() throws FactException {
    String text = cell(VehicleColumn.CO2_CLASS);
    return text.isEmpty() ? null : WordFacts.co2Class(text);
  }

  private Set<String> uses() throws FactException {
    String text = cell(VehicleColumn.USES);
    Set<String> known = knownUses.get(text);
    if (known == null) {
      known = WordFacts.uses(text);
      knownUses.put(text, known);
    }
    return known;
  }

  private String cell(VehicleColumn column) {
    return cells.getOrDefault(column, "");
  }
}
