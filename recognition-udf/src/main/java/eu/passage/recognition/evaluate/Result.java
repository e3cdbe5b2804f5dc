package eu.passage.recognition.evaluate;

import java.util.List;
import java.util.Optional;

/**
 * What was measured on a set.
 *
 * @param rows its lines of the table
 * @param details figures by country, source, plate and the like
 * @param mistakes what went wrong, one line each. They may hold plates off photographs, which are
 *     personal data: for the eyes of whoever evaluates, not for a document
 * @param reliability how often its readings of some confidence are right; empty where it has none
 */
public record Result(
    List<Row> rows,
    List<Detail> details,
    List<String> mistakes,
    Optional<Reliability> reliability) {

  /** Without readings of plates. */
  public Result(List<Row> rows, List<Detail> details, List<String> mistakes) {
    this(rows, details, mistakes, Optional.empty());
  }

  public Result {
    rows = List.copyOf(rows);
    details = List.copyOf(details);
    mistakes = List.copyOf(mistakes);
  }
}
