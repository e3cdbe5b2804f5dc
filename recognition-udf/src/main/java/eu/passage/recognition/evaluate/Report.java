package eu.passage.recognition.evaluate;

import eu.passage.recognition.evaluate.Target.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An evaluation in words.
 *
 * @param models versions of the models, "detector/reader/…"
 * @param results in the order of the table
 */
public record Report(String models, List<Result> results) {

  private static final List<String> HEADER =
      List.of("set", "measure", "value", "required", "stretch", "result");

  public Report {
    results = List.copyOf(results);
  }

  /** All lines of the table. */
  public List<Row> rows() {
    return results.stream().flatMap(result -> result.rows().stream()).toList();
  }

  /** Whether no line fails; lines that were not measured do not count. */
  public boolean holds() {
    return rows().stream().noneMatch(row -> row.mark() == Mark.FAIL);
  }

  /** The table for a terminal. */
  public String table() {
    List<List<String>> lines = lines();
    int[] widths = new int[HEADER.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder("models " + models + "\n\n");
    for (List<String> line : lines) {
      StringBuilder padded = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        padded.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length() + 2));
      }
      text.append(padded.toString().stripTrailing()).append('\n');
    }
    return text.append('\n').append(verdict()).append('\n').toString();
  }

  /** The same for a document. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    List<List<String>> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      text.append("| ").append(String.join(" | ", lines.get(i))).append(" |\n");
      if (i == 0) {
        text.append("| --- ".repeat(HEADER.size())).append("|\n");
      }
    }
    return text.append("\nModels ")
        .append(models)
        .append(". ")
        .append(verdict())
        .append(".\n")
        .toString();
  }

  /** The figures below the table, under their headings. */
  public String details() {
    StringBuilder text = new StringBuilder();
    String heading = "";
    for (Result result : results) {
      for (Detail detail : result.details()) {
        if (!detail.group().equals(heading)) {
          heading = detail.group();
          text.append('\n').append(heading).append('\n');
        }
        text.append("  %-38s %s%n".formatted(detail.name(), detail.value()));
      }
    }
    return text.toString();
  }

  /** What went wrong, one line each. */
  public String mistakes() {
    StringBuilder text = new StringBuilder();
    for (Result result : results) {
      if (!result.mistakes().isEmpty() && !result.rows().isEmpty()) {
        text.append('\n').append(result.rows().get(0).set()).append(": what went wrong\n");
        result.mistakes().forEach(mistake -> text.append("  ").append(mistake).append('\n'));
      }
    }
    return text.toString();
  }

  private List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADER);
    Optional<String> before = Optional.empty();
    for (Row row : rows()) {
      boolean same = before.filter(row.set()::equals).isPresent();
      lines.add(
          List.of(
              same ? "" : row.set(),
              row.measure(),
              row.value(),
              row.target().requiredText(),
              row.target().stretchText(),
              row.mark().toString()));
      before = Optional.of(row.set());
    }
    return lines;
  }

  private String verdict() {
    long failed = rows().stream().filter(row -> row.mark() == Mark.FAIL).count();
    long open = rows().stream().filter(row -> row.mark() == Mark.NOT_MEASURED).count();
    long met = rows().size() - failed - open;
    return "%d of %d met, %d failed, %d not measured".formatted(met, rows().size(), failed, open);
  }
}
