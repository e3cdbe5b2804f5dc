package eu.passage.jobs.backtest.report;

import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.NameCode;
import eu.passage.schemas.cameras.Camera;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The cameras where they stand, each as a disc whose area is its number of alerts. North is up. */
final class CameraMap {

  private static final int WIDTH = 620;
  private static final int HEIGHT = 380;
  private static final int MARGIN = 60;
  private static final double LARGEST = 34;
  private static final double SMALLEST = 4;
  private static final double KM_OF_A_DEGREE = 111.2;
  private static final int LABEL_HEIGHT = 15;
  private static final int LABEL_WIDTH = 150;

  private record Spot(Camera camera, double x, double y, long alerts) {}

  private CameraMap() {}

  static String of(CameraTable cameras, Map<Integer, Long> alerts) {
    List<Camera> all = cameras.all();
    double south = all.stream().mapToDouble(Camera::latitude).min().orElse(0);
    double north = all.stream().mapToDouble(Camera::latitude).max().orElse(0);
    double west = all.stream().mapToDouble(Camera::longitude).min().orElse(0);
    double east = all.stream().mapToDouble(Camera::longitude).max().orElse(0);
    double narrow = Math.cos(Math.toRadians((south + north) / 2));
    // pixels for a degree of latitude; cameras at one place still get a map
    double scale =
        Math.min(
            (HEIGHT - 2 * MARGIN) / Math.max(north - south, 1e-3),
            (WIDTH - 2 * MARGIN - LABEL_WIDTH) / Math.max((east - west) * narrow, 1e-3));
    double left = (WIDTH - LABEL_WIDTH - (east - west) * narrow * scale) / 2;
    double top = (HEIGHT - (north - south) * scale) / 2;
    List<Spot> spots = new ArrayList<>();
    for (Camera camera : all) {
      spots.add(
          new Spot(
              camera,
              left + (camera.longitude() - west) * narrow * scale,
              top + (north - camera.latitude()) * scale,
              alerts.getOrDefault(NameCode.of(camera.id()), 0L)));
    }
    return draw(spots, scale / KM_OF_A_DEGREE);
  }

  private static String draw(List<Spot> spots, double pixelsOfKm) {
    long most = spots.stream().mapToLong(Spot::alerts).max().orElse(0);
    Svg svg = new Svg(WIDTH, HEIGHT, "Map of cameras, %s at most".formatted(Words.alerts(most)));
    svg.rect(0, 0, WIDTH, HEIGHT, "rx=\"8\" class=\"none\"", "");
    // large discs first, so that small ones stay visible
    spots.stream()
        .sorted(Comparator.comparingLong(Spot::alerts).reversed())
        .forEach(
            spot ->
                svg.circle(
                    spot.x,
                    spot.y,
                    radius(spot, most),
                    spot.alerts == 0 ? "class=\"idle\"" : "class=\"disc\"",
                    "%s, %s: %s"
                        .formatted(
                            spot.camera.id(), spot.camera.road(), Words.alerts(spot.alerts))));
    labels(svg, spots, most);
    double km = roundLength(120 / pixelsOfKm);
    double length = km * pixelsOfKm;
    svg.line(20, HEIGHT - 16, 20 + length, HEIGHT - 16, "class=\"scale\"");
    svg.text(20, HEIGHT - 22, "", km < 1 ? Math.round(km * 1000) + " m" : Math.round(km) + " km");
    return svg.done();
  }

  /** Beside their discs, moved down where two would lie upon each other. */
  private static void labels(Svg svg, List<Spot> spots, long most) {
    List<double[]> taken = new ArrayList<>();
    for (Spot spot : spots.stream().sorted(Comparator.comparingDouble(Spot::y)).toList()) {
      double x = spot.x + radius(spot, most) + 5;
      double y = spot.y + 4;
      for (double[] other : taken) {
        if (Math.abs(other[0] - x) < LABEL_WIDTH && Math.abs(other[1] - y) < LABEL_HEIGHT) {
          y = other[1] + LABEL_HEIGHT;
        }
      }
      taken.add(new double[] {x, y});
      svg.text(x, y, "", spot.camera.id() + "  " + Words.number(spot.alerts));
    }
  }

  private static double radius(Spot spot, long most) {
    return spot.alerts == 0
        ? SMALLEST
        : Math.max(SMALLEST, LARGEST * Math.sqrt((double) spot.alerts / most));
  }

  /** 1, 2 or 5 times a power of ten, at most so many kilometres. */
  private static double roundLength(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    double step = most / power;
    return power * (step >= 5 ? 5 : step >= 2 ? 2 : 1);
  }

  /** For the table beside the map. */
  static List<List<String>> rows(CameraTable cameras, Map<Integer, Long> alerts) {
    return cameras.all().stream()
        .sorted(
            Comparator.comparingLong((Camera c) -> alerts.getOrDefault(NameCode.of(c.id()), 0L))
                .reversed())
        .map(
            c ->
                List.of(
                    c.id(),
                    c.road(),
                    String.format(Locale.ROOT, "%.4f, %.4f", c.latitude(), c.longitude()),
                    Words.number(alerts.getOrDefault(NameCode.of(c.id()), 0L))))
        .toList();
  }
}
