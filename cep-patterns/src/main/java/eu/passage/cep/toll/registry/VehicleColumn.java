package eu.passage.cep.toll.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a row of a file of vehicles can say. */
enum VehicleColumn {
  PLATE("plate"),
  COUNTRY("country"),
  EURO_CLASS(NumberFact.EURO_CLASS.title()),
  CO2_CLASS(WordFacts.CO2_CLASS),
  MAXIMUM_MASS(NumberFact.MAXIMUM_MASS.title()),
  AXLES(NumberFact.AXLES.title()),
  USES(WordFacts.USES);

  static final List<String> TITLES = Arrays.stream(values()).map(VehicleColumn::title).toList();

  private final String title;

  VehicleColumn(String title) {
    this.title = title;
  }

  /** The column that the first line names so. */
  static Optional<VehicleColumn> named(String title) {
    return Arrays.stream(values()).filter(column -> column.title.equals(title)).findFirst();
  }

  /** As the first line names it. */
  String title() {
    return title;
  }
}
