package eu.passage.recognition.evaluate;

import eu.passage.recognition.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an evaluation measured.
 *
 * @param modelVersion "detector/reader/attributes"
 * @param crops plate crops of many countries, by country and in all ("all")
 * @param boxes plates in frames of the rides held out from training
 * @param millisPerFrame mean over those frames, one at a time, on one thread, by stage
 */
public record Figures(
    String modelVersion, Map<String, Crops> crops, Boxes boxes, Map<Stage, Double> millisPerFrame) {

  /**
   * Crops read.
   *
   * @param count crops in all
   * @param exact those whose text was read exactly, 0/O and 1/I folded
   * @param rightCountry those whose country was right
   */
  public record Crops(int count, int exact, int rightCountry) {

    Crops plus(boolean isExact, boolean isRightCountry) {
      return new Crops(
          count + 1, exact + (isExact ? 1 : 0), rightCountry + (isRightCountry ? 1 : 0));
    }
  }

  /**
   * Plates at least {@link Evaluation#MIN_WIDTH} pixels wide.
   *
   * @param frames frames looked at
   * @param count labelled boxes
   * @param found those the detector found at {@link Evaluation#MIN_IOU} or more
   * @param falseAlarms plates seen where none is labelled, of any width
   * @param transcribed boxes whose text is known
   * @param exact those found and read exactly, 0/O and 1/I folded
   * @param plates distinct texts
   * @param exactPlates those read exactly in most of their boxes
   */
  public record Boxes(
      int frames,
      int count,
      int found,
      int falseAlarms,
      int transcribed,
      int exact,
      int plates,
      int exactPlates) {}

  /** A table for people. */
  public String table() {
    List<String> lines = new ArrayList<>();
    lines.add("models " + modelVersion);
    lines.add("");
    lines.add("%-30s %8s %15s %15s".formatted("plates-europe", "crops", "exact", "country"));
    crops.forEach(
        (country, c) ->
            lines.add(
                "  %-28s %8d %15s %15s"
                    .formatted(
                        country.isEmpty() ? "?" : country,
                        c.count,
                        share(c.exact, c.count),
                        share(c.rightCountry, c.count))));
    lines.add("");
    lines.add(
        "plates-romania, night ride: %d frames, plates of %d px and more"
            .formatted(boxes.frames, Evaluation.MIN_WIDTH));
    lines.add(row("boxes found (IoU 0.5)", share(boxes.found, boxes.count)));
    lines.add(row("boxes read exactly", share(boxes.exact, boxes.transcribed)));
    lines.add(row("plates read exactly", share(boxes.exactPlates, boxes.plates)));
    lines.add(row("plates where none is marked", Integer.toString(boxes.falseAlarms)));
    lines.add("");
    lines.add("time for one frame of that ride");
    millisPerFrame.forEach(
        (stage, millis) ->
            lines.add(row(stage.name().toLowerCase(Locale.ROOT), "%.1f ms".formatted(millis))));
    return String.join("\n", lines) + "\n";
  }

  private static String row(String what, String value) {
    return "  %-28s %24s".formatted(what, value);
  }

  private static String share(int part, int of) {
    return of == 0 ? "-" : "%d (%.1f %%)".formatted(part, 100.0 * part / of);
  }
}
