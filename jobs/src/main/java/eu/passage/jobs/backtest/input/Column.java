package eu.passage.jobs.backtest.input;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of a table of passages. */
enum Column {
  AT,
  CAMERA,
  FROM,
  TO,
  PLATE,
  COUNTRY,
  TYPE,
  COLOUR,
  CONFIDENCE,
  MAKE,
  MODEL,
  OCCUPANTS,
  LATE;

  /** Without these no rule can say anything. */
  static final List<Column> REQUIRED = List.of(AT, CAMERA, PLATE);

  static final List<String> NAMES = Arrays.stream(values()).map(Column::title).toList();

  /** As the header has it. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
