package eu.passage.jobs.search;

import eu.passage.avro.Passage;
import eu.passage.cep.wording.Wording;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.Shown;
import eu.passage.jobs.console.TextTable;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a search found, in the forms in which it is shown. */
record FoundPassages(List<Passage> passages) {

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(Wording.ZONE);
  private static final List<String> HEAD =
      List.of("AT", "CAMERA", "CROSSING", "PLATE", "COUNTRY", "TYPE", "COLOUR", "SURE");

  /** The columns that the back-test reads. */
  private static final String CSV_HEAD = "at,camera,from,to,plate,country,type,colour,confidence";

  List<String> table() {
    List<List<String>> cells = new ArrayList<>(List.of(HEAD));
    for (Passage passage : passages) {
      cells.add(
          List.of(
              AT.format(passage.getAt()),
              Shown.text(passage.getCameraId()),
              passage.getToCountry() == null ? "" : from(passage) + ">" + to(passage),
              Shown.text(passage.getPlate().getText()),
              country(passage),
              passage.getType().getValue().name(),
              passage.getColour().getValue().name(),
              confidence(passage)));
    }
    return TextTable.lines(cells, Set.of(7));
  }

  List<String> csv() {
    List<String> lines = new ArrayList<>(List.of(CSV_HEAD));
    for (Passage passage : passages) {
      lines.add(
          List.of(
                  passage.getAt().toString(),
                  passage.getCameraId(),
                  from(passage),
                  to(passage),
                  passage.getPlate().getText(),
                  country(passage),
                  passage.getType().getValue().name(),
                  passage.getColour().getValue().name(),
                  confidence(passage))
              .stream()
              .map(FoundPassages::field)
              .collect(Collectors.joining(",")));
    }
    return lines;
  }

  List<String> json() {
    return passages.stream()
        .map(
            passage ->
                Json.line(
                    Json.object()
                        .put("passage", passage.getPassageId())
                        .put("at", passage.getAt().toString())
                        .put("camera", passage.getCameraId())
                        .put("from", passage.getFromCountry())
                        .put("to", passage.getToCountry())
                        .put("plate", passage.getPlate().getText())
                        .put("country", passage.getPlate().getCountry())
                        .put("confidence", passage.getPlate().getConfidence())
                        .put("type", passage.getType().getValue().name())
                        .put("colour", passage.getColour().getValue().name())
                        .put("late", passage.getLate())))
        .toList();
  }

  /** RFC 4180. */
  private static String field(String text) {
    return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String from(Passage passage) {
    return Objects.requireNonNullElse(passage.getFromCountry(), "");
  }

  private static String to(Passage passage) {
    return Objects.requireNonNullElse(passage.getToCountry(), "");
  }

  private static String country(Passage passage) {
    return Objects.requireNonNullElse(passage.getPlate().getCountry(), "");
  }

  private static String confidence(Passage passage) {
    return String.format(Locale.ROOT, "%.2f", passage.getPlate().getConfidence());
  }
}
