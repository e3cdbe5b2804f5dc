package eu.passage.recognition.evaluate;

import eu.passage.recognition.Stage;
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
    StringBuilder table = new StringBuilder();
    line(table, "models " + modelVersion);
    line(table, "");
    line(table, "%-22s %6s %15s %15s", "plates-europe", "crops", "exact", "country");
    crops.forEach(
        (country, c) ->
            line(
                table,
                "  %-20s %6d %15s %15s",
                country,
                c.count,
                share(c.exact, c.count),
                share(c.rightCountry, c.count)));
    line(table, "");
    line(table, "plates-romania, night ride: %d frames, plates of 80 px and more", boxes.frames);
    line(table, "  %-28s %15s", "boxes found (IoU 0.5)", share(boxes.found, boxes.count));
    line(table, "  %-28s %15s", "boxes read exactly", share(boxes.exact, boxes.transcribed));
    line(table, "  %-28s %15s", "plates read exactly", share(boxes.exactPlates, boxes.plates));
    line(table, "  %-28s %15d", "false alarms", boxes.falseAlarms);
    line(table, "");
    millisPerFrame.forEach(
        (stage, millis) ->
            line(
                table,
                "  %-28s %12.1f ms",
                stage.name().toLowerCase(java.util.Locale.ROOT),
                millis));
    return table.toString();
  }

  private static String share(int part, int of) {
    return of == 0 ? "-" : "%d (%.1f %%)".formatted(part, 100.0 * part / of);
  }

  private static void line(StringBuilder table, String format, Object... values) {
    table.append(format.formatted(values).stripTrailing()).append('\n');
  }
}
