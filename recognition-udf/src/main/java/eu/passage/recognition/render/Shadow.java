package eu.passage.recognition.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

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
      g.fill(footprint(model, place, view, half + grow, grow, 0, 0));
    }
    if (light.direct() > 0) {
      double[] sun = light.sun();
      double x = -sun[0] / sun[2] * model.height() * 0.9;
      double y = -sun[1] / sun[2] * model.height() * 0.9;
      g.setColor(new Color(10, 12, 20, 62));
      for (double soft : new double[] {0.04, -0.03}) {
        Area cast = new Area();
        int steps = 6;
        for (int i = 0; i < steps; i++) {
          double t0 = (double) i / steps;
          double t1 = (double) (i + 1) / steps;
          cast.add(hull(model, place, view, half + soft, soft, x * t0, y * t0, x * t1, y * t1));
        }
        g.fill(cast);
      }
    }
    g.dispose();
  }

  private static Path2D footprint(
      VehicleModel model,
      Placement place,
      View view,
      double half,
      double grow,
      double dx,
      double dy) {
    double[][] corners = {
      {grow, half}, {grow, -half}, {-model.length() - grow, -half}, {-model.length() - grow, half}
    };
    Path2D path = new Path2D.Double();
    double[] world = new double[3];
    double[] p = new double[3];
    for (int i = 0; i < 4; i++) {
      place.point(corners[i][0], corners[i][1], 0, world);
      view.project(world[0] + dx, Math.max(1, world[1] + dy), 0, p);
      if (i == 0) {
        path.moveTo(p[0], p[1]);
      } else {
        path.lineTo(p[0], p[1]);
      }
    }
    path.closePath();
    return path;
  }

  /** Roughly the ground swept by a footprint that slides from one place to another. */
  private static Area hull(
      VehicleModel model,
      Placement place,
      View view,
      double half,
      double grow,
      double x0,
      double y0,
      double x1,
      double y1) {
    Area area = new Area(footprint(model, place, view, half, grow, x0, y0));
    area.add(new Area(footprint(model, place, view, half, grow, x1, y1)));
    area.add(
        new Area(footprint(model, place, view, half, grow, (x0 + x1) / 2, (y0 + y1) / 2)));
    return area;
  }
}
