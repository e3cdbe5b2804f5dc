package eu.passage.jobs.backtest.report;

import eu.passage.schemas.text.Html;
import java.util.Locale;

/** Writes one picture in SVG. Every mark carries its number as a title, for mouse and for voice. */
final class Svg {

  private final StringBuilder marks = new StringBuilder();
  private final String head;

  /**
   * @param label what the picture says, for those who do not see it
   */
  Svg(int width, int height, String label) {
    head =
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" style=\"max-width:%dpx\">"
            .formatted(width, height, Html.escape(label), width);
  }

  Svg rect(double x, double y, double width, double height, String attributes, String title) {
    return mark(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" %s>%s</rect>",
        x, y, width, height, attributes, title(title));
  }

  Svg circle(double x, double y, double radius, String attributes, String title) {
    return mark(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" %s>%s</circle>",
        x, y, radius, attributes, title(title));
  }

  Svg line(double x1, double y1, double x2, double y2, String attributes) {
    return mark(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>", x1, y1, x2, y2, attributes);
  }

  Svg text(double x, double y, String attributes, String text) {
    return mark("<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>", x, y, attributes, Html.escape(text));
  }

  String done() {
    return head + marks + "</svg>\n";
  }

  private Svg mark(String format, Object... values) {
    marks.append(String.format(Locale.ROOT, format, values)).append('\n');
    return this;
  }

  private static String title(String text) {
    return text.isEmpty() ? "" : "<title>" + Html.escape(text) + "</title>";
  }
}
