package eu.passage.recognition.evaluate;

import java.util.List;
import java.util.Locale;

/**
 * Draws how often readings of some confidence are right, as SVG: on the diagonal they should be.
 */
public final class ReliabilityPlot {

  private static final int SIDE = 360;
  private static final int LEFT = 56;
  private static final int TOP = 24;
  private static final int WIDTH = LEFT + SIDE + 24;
  private static final List<String> COLOURS = List.of("#1f6fb2", "#d9730d", "#2e8b57");

  private ReliabilityPlot() {}

  /** One curve for each; the larger a dot, the more readings it stands for. */
  public static String svg(List<Reliability> curves) {
    int height = TOP + SIDE + 56 + 20 * curves.size();
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="sans-serif" font-size="12" fill="#333">
        <rect width="100%%" height="100%%" fill="#fff"/>
        """
            .formatted(WIDTH, height, WIDTH, height));
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double at = tenth / 10.0;
      add(svg, "<path d=\"M%.1f %.1fH%.1f\" stroke=\"#ddd\"/>", x(0), y(at), x(1));
      add(svg, "<path d=\"M%.1f %.1fV%.1f\" stroke=\"#ddd\"/>", x(at), y(0), y(1));
      add(
          svg,
          "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>",
          x(0) - 6,
          y(at) + 4,
          at);
      add(
          svg,
          "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%.1f</text>",
          x(at),
          y(0) + 16,
          at);
    }
    add(
        svg,
        "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#999\" stroke-dasharray=\"4 4\"/>",
        x(0),
        y(0),
        x(1),
        y(1));
    add(
        svg,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">mean confidence</text>",
        x(0.5),
        y(0) + 34);
    add(
        svg,
        "<text transform=\"translate(16 %.1f) rotate(-90)\" text-anchor=\"middle\">share read exactly</text>",
        y(0.5));
    for (int i = 0; i < curves.size(); i++) {
      curve(svg, curves.get(i), COLOURS.get(i % COLOURS.size()), y(0) + 52 + 20 * i);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void curve(StringBuilder svg, Reliability curve, String colour, double legend) {
    List<Reliability.Bin> bins = curve.bins().stream().filter(bin -> bin.right().of() > 0).toList();
    StringBuilder points = new StringBuilder();
    int readings = 0;
    for (Reliability.Bin bin : bins) {
      add(points, "%.1f,%.1f ", x(bin.meanConfidence()), y(bin.right().share()));
      readings += bin.right().of();
    }
    svg.append(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n"
            .formatted(points.toString().strip(), colour));
    for (Reliability.Bin bin : bins) {
      double radius = 2 + 1.6 * Math.log1p(bin.right().of());
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"><title>%s</title></circle>%n",
              x(bin.meanConfidence()),
              y(bin.right().share()),
              radius,
              colour,
              bin + ": " + bin.right()));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"%s\"/><text x=\"%.1f\" y=\"%.1f\">%s, %d readings, expected calibration error %.3f</text>%n",
            x(0) + 4,
            legend - 4,
            colour,
            x(0) + 16,
            legend,
            curve.name(),
            readings,
            curve.expectedError()));
  }

  private static void add(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static double x(double share) {
    return LEFT + SIDE * share;
  }

  private static double y(double share) {
    return TOP + SIDE * (1 - share);
  }
}
