package eu.passage.jobs.tolls.rerate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.cep.toll.rerate.RerateLine;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.Plural;
import eu.passage.jobs.console.TextTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a re-rating did, or would do.
 *
 * @param source what was read
 * @param lines in order of days
 */
record RerateSummary(String source, List<String> notes, List<RerateLine> lines, boolean dryRun) {

  private static final List<String> HEAD =
      List.of("DAY", "EVENTS", "WAS BY", "IS BY", "WAS", "IS", "DIFFERENCE", "TO REVIEW");
  private static final Set<Integer> NUMBERS = Set.of(1, 4, 5, 6, 7);

  RerateSummary {
    notes = List.copyOf(notes);
    lines = List.copyOf(lines);
  }

  /** How many events change. */
  long changed() {
    return lines.stream().filter(line -> !line.left()).mapToLong(RerateLine::events).sum();
  }

  /** How many would change, or might, and were left. */
  long left() {
    return lines.stream().filter(RerateLine::left).mapToLong(RerateLine::events).sum();
  }

  /** For people. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    words.add("Read: %s.".formatted(source));
    words.addAll(notes);
    if (changed() > 0) {
      words.addAll(table());
    }
    words.add(total());
    long review = lines.stream().mapToLong(RerateLine::review).sum();
    if (review > 0) {
      words.add(
          "%s of them must be looked at, for nobody knows what the tariff asks for: passage tolls review"
              .formatted(Plural.of(review, "event")));
    }
    left(words);
    if (changed() > 0) {
      words.add(
          dryRun
              ? "Nothing was written: leave --dry-run out to do it."
              : "The corrections are asked for; the toll job numbers and tells them. Where another"
                  + " correction came meanwhile it refuses one, to the topic dead-letters: run this"
                  + " again then, it does only what is still to be done.");
    }
    return words;
  }

  private void left(List<String> words) {
    Map<String, Long> why = new TreeMap<>();
    lines.stream()
        .filter(RerateLine::left)
        .forEach(
            line -> why.merge(line.after() + " (" + line.before() + ")", line.events(), Long::sum));
    why.forEach(
        (reason, events) ->
            words.add("Left as they are: %s; %s.".formatted(Plural.of(events, "event"), reason)));
  }

  private List<String> table() {
    List<List<String>> cells = new ArrayList<>();
    cells.add(HEAD);
    for (RerateLine line : lines) {
      if (!line.left()) {
        cells.add(
            List.of(
                line.day(),
                String.valueOf(line.events()),
                line.before(),
                line.after(),
                plain(line.amountBefore()),
                plain(line.amountAfter()),
                signed(line.amountAfter().subtract(line.amountBefore())) + " " + line.currency(),
                line.review() == 0 ? "" : String.valueOf(line.review())));
      }
    }
    return TextTable.lines(cells, NUMBERS);
  }

  private String total() {
    if (changed() == 0) {
      return "No event changes.";
    }
    Map<String, BigDecimal> differences = new TreeMap<>();
    for (RerateLine line : lines) {
      if (!line.left()) {
        differences.merge(
            line.currency(), line.amountAfter().subtract(line.amountBefore()), BigDecimal::add);
      }
    }
    List<String> texts = new ArrayList<>();
    differences.forEach((currency, sum) -> texts.add((signed(sum) + " " + currency).strip()));
    return "%s %s: %s in all."
        .formatted(
            Plural.of(changed(), "event"),
            changed() == 1 ? "changes" : "change",
            String.join(", ", texts));
  }

  /** For scripts: a line for each day and tariff, and one for all. */
  List<String> json() {
    List<String> json = new ArrayList<>();
    lines.forEach(line -> json.add(Json.line(json(line))));
    ObjectNode all =
        Json.object()
            .put("source", source)
            .put("changed", changed())
            .put("left", left())
            .put("dryRun", dryRun);
    notes.forEach(all.putArray("notes")::add);
    json.add(Json.line(all));
    return json;
  }

  private static ObjectNode json(RerateLine line) {
    ObjectNode json =
        Json.object()
            .put("day", line.day())
            .put("before", line.before())
            .put("events", line.events())
            .put("currency", line.currency())
            .put("amountBefore", plain(line.amountBefore()));
    return line.left()
        ? json.put("left", line.after())
        : json.put("after", line.after())
            .put("amountAfter", plain(line.amountAfter()))
            .put("review", line.review());
  }

  private static String plain(BigDecimal amount) {
    return amount.setScale(4).toPlainString();
  }

  private static String signed(BigDecimal amount) {
    return (amount.signum() > 0 ? "+" : "") + plain(amount);
  }
}
