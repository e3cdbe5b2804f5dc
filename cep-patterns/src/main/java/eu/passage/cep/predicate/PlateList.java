package eu.passage.cep.predicate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import eu.passage.cep.facts.CodeTable;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.PlateCode;
import eu.passage.cep.predicate.PredicateCompiler.ListedPlate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Listed plates, looked up by code. */
final class PlateList {

  private final CodeTable places;

  /** By place: the countries a plate is listed with; {@link CountryCode#NONE} stands for any. */
  private final List<int[]> countries = new ArrayList<>();

  private final Set<Long> plates;

  PlateList(Set<ListedPlate> listed) {
    Map<Long, List<ListedPlate>> byPlate =
        listed.stream().collect(groupingBy(entry -> PlateCode.of(entry.plate())));
    places = new CodeTable(byPlate.size());
    byPlate.forEach(
        (plate, entries) -> {
          places.put(plate, countries.size());
          countries.add(entries.stream().mapToInt(e -> CountryCode.of(e.country())).toArray());
        });
    plates = byPlate.keySet().stream().collect(toUnmodifiableSet());
  }

  /** The codes of all plates, whatever their country. */
  Set<Long> plates() {
    return plates;
  }

  boolean has(long plate, int country) {
    int place = places.get(plate);
    if (place == CodeTable.ABSENT) {
      return false;
    }
    for (int listed : countries.get(place)) {
      if (listed == CountryCode.NONE || listed == country) {
        return true;
      }
    }
    return false;
  }
}
