package eu.passage.recognition.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The dark under and beside a vehicle. */
final class Shadow {

  private Shadow() {}

  static void cast(
      BufferedImage frame, VehicleModel model, Placement place, View view, Light light) {
    Graphics2D g = Skin.smooth(frame);
    double half = model.width() / 2;
    double strength = Math.min(1, light.ambient() + 0.2) * 90;
    for (int i = 3; i >= 0; i--) {
      double grow = 0.07 * i - 0.06;
      g.setColor(new Color(8, 9, 12, (int) (strength * (i == 0 ? 1.2 : 0.35))));
      g.fill(footprint(model, place, view, half + grow, grow));
    }
    if (light.direct() > 0) {
      double[] sun = light.sun();
      double x = -sun[0] / sun[2] * model.height() * 0.9;
      double y = -sun[1] / sun[2] * model.height() * 0.9;
      g.setColor(new Color(10, 12, 20, 62));
      for (double soft : new double[] {0.04, -0.03}) {
        g.fill(swept(model, place, view, half + soft, soft, x, y));
      }
    }
    g.dispose();
  }

  private static Path2D footprint(
      VehicleModel model, Placement place, View view, double half, double grow) {
    return path(corners(model, place, half, grow, 0, 0), view);
  }

  /** The ground swept by the footprint as it slides by (dx, dy). */
  private static Path2D swept(
      VehicleModel model,
      Placement place,
      View view,
      double half,
      double grow,
      double dx,
      double dy) {
    List<double[]> points = corners(model, place, half, grow, 0, 0);
    points.addAll(corners(model, place, half, grow, dx, dy));
    return path(hull(points), view);
  }

  private static List<double[]> corners(
      VehicleModel model, Placement place, double half, double grow, double dx, double dy) {
    double front = grow;
    double back = -model.length() - grow;
    List<double[]> corners = new ArrayList<>();
    for (double[] at :
        new double[][] {{front, half}, {front, -half}, {back, -half}, {back, half}}) {
      double[] world = new double[3];
      place.point(at[0], at[1], 0, world);
      corners.add(new double[] {world[0] + dx, Math.max(1, world[1] + dy)});
    }
    return corners;
  }

  private static Path2D path(List<double[]> points, View view) {
    Path2D path = new Path2D.Double();
    double[] p = new double[3];
    for (double[] point : points) {
      view.project(point[0], point[1], 0, p);
      if (path.getCurrentPoint() == null) {
        path.moveTo(p[0], p[1]);
      } else {
        path.lineTo(p[0], p[1]);
      }
    }
    path.closePath();
    return path;
  }

  /** The convex hull, by Andrew's monotone chain. */
  private static List<double[]> hull(List<double[]> points) {
    points.sort(Comparator.comparingDouble((double[] p) -> p[0]).thenComparingDouble(p -> p[1]));
    List<double[]> hull = new ArrayList<>();
    for (int pass = 0; pass < 2; pass++) {
      int start = hull.size();
      for (double[] point : points) {
        while (hull.size() >= start + 2
            && turn(hull.get(hull.size() - 2), hull.get(hull.size() - 1), point) <= 0) {
          hull.remove(hull.size() - 1);
        }
        hull.add(point);
      }
      hull.remove(hull.size() - 1);
      Collections.reverse(points);
    }
    return hull;
  }

  private static double turn(double[] a, double[] b, double[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  }
}
