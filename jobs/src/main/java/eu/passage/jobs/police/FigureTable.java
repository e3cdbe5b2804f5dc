package eu.passage.jobs.police;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.Shown;
import eu.passage.jobs.console.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;

/** Figures of alerts as a person reads them, and as a script does. */
final class FigureTable {

  private static final List<String> HEAD =
      List.of(
          "HITS",
          "SEEN",
          "CONFIRMED",
          "FALSE",
          "MISREAD",
          "COUNTRY",
          "STALE",
          "CLONED",
          "NO FOLLOW-UP",
          "FALSE %");

  private static final Set<Integer> NUMBERS = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

  private FigureTable() {}

  /** A line for each list, for each camera, and one for all. */
  static List<String> lines(AlertBook book) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(head("LIST"));
    book.byList().forEach((name, figures) -> cells.add(cells(name, figures)));
    cells.add(head("CAMERA"));
    book.byCamera().forEach((name, figures) -> cells.add(cells(name, figures)));
    cells.add(head(""));
    cells.add(cells("all", book.total()));
    return TextTable.lines(cells, NUMBERS);
  }

  /** One object for each list, for each camera, and one for all. */
  static List<String> json(AlertBook book) {
    List<String> lines = new ArrayList<>();
    lines.addAll(json("list", book.byList()));
    lines.addAll(json("camera", book.byCamera()));
    lines.add(Json.line(json("all", "", book.total())));
    return lines;
  }

  private static List<String> json(String by, SortedMap<String, Figures> figures) {
    return figures.entrySet().stream()
        .map(entry -> Json.line(json(by, entry.getKey(), entry.getValue())))
        .toList();
  }

  private static ObjectNode json(String by, String name, Figures figures) {
    ObjectNode node =
        Json.object()
            .put("by", by)
            .put("name", name)
            .put("hits", figures.hits())
            .put("acknowledged", figures.acknowledged())
            .put("confirmed", figures.confirmed())
            .put("false", figures.falseOnes())
            .put("misread", figures.misread())
            .put("wrongCountry", figures.wrongCountry())
            .put("staleEntry", figures.stale())
            .put("cloned", figures.cloned())
            .put("noFollowUp", figures.noFollowUp());
    figures
        .shareFalse()
        .ifPresentOrElse(share -> node.put("shareFalse", share), () -> node.putNull("shareFalse"));
    return node;
  }

  private static List<String> head(String first) {
    List<String> cells = new ArrayList<>(List.of(first));
    cells.addAll(HEAD);
    return cells;
  }

  private static List<String> cells(String name, Figures figures) {
    List<String> cells = new ArrayList<>(List.of(Shown.text(name)));
    for (int count :
        new int[] {
          figures.hits(),
          figures.acknowledged(),
          figures.confirmed(),
          figures.falseOnes(),
          figures.misread(),
          figures.wrongCountry(),
          figures.stale(),
          figures.cloned(),
          figures.noFollowUp()
        }) {
      cells.add(Integer.toString(count));
    }
    cells.add(
        figures.shareFalse().isEmpty()
            ? "-"
            : String.format(Locale.ROOT, "%.0f", 100 * figures.shareFalse().getAsDouble()));
    return cells;
  }
}
