package eu.passage.recognition.evaluate;

import java.util.List;

/**
 * What was measured on a set.
 *
 * @param rows its lines of the table
 * @param details figures by country, source, plate and the like
 * @param mistakes what went wrong, one line each. They may hold plates off photographs, which are
 *     personal data: for the eyes of whoever evaluates, not for a document
 */
public record Result(List<Row> rows, List<Detail> details, List<String> mistakes) {

  public Result {
    rows = List.copyOf(rows);
    details = List.copyOf(details);
    mistakes = List.copyOf(mistakes);
  }
}
