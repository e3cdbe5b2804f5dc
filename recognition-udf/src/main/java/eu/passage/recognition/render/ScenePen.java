package eu.passage.recognition.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Draws flat shapes that stand in the world, in metres, onto the picture. */
final class ScenePen {

  private final Graphics2D g;
  private final View view;
  private final double[] p = new double[3];

  ScenePen(Graphics2D g, View view) {
    this.g = g;
    this.view = view;
  }

  /** A polygon of x, y, z triples. */
  void fill(Color colour, double... xyz) {
    g.setColor(colour);
    g.fill(path(xyz));
  }

  /** An outline one pixel wide of x, y, z triples. */
  void outline(Color colour, double... xyz) {
    g.setColor(colour);
    g.draw(path(xyz));
  }

  /** An upright rectangle along the road. */
  void along(Color colour, double x, double y0, double y1, double z0, double z1) {
    fill(colour, x, y0, z0, x, y1, z0, x, y1, z1, x, y0, z1);
  }

  /** An upright rectangle across the road. */
  void across(Color colour, double x0, double x1, double y, double z0, double z1) {
    fill(colour, x0, y, z0, x1, y, z0, x1, y, z1, x0, y, z1);
  }

  /** An upright disc, or what of a ball is seen. */
  void disc(Color colour, double x, double y, double z, double radius, double stretch) {
    view.project(x, y, z, p);
    double r = radius * view.pixelsPerMetre(x, y, z);
    g.setColor(colour);
    g.fill(new Ellipse2D.Double(p[0] - stretch * r, p[1] - r, 2 * stretch * r, 2 * r));
  }

  private Path2D path(double... xyz) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < xyz.length; i += 3) {
      view.project(xyz[i], xyz[i + 1], xyz[i + 2], p);
      if (i == 0) {
        path.moveTo(p[0], p[1]);
      } else {
        path.lineTo(p[0], p[1]);
      }
    }
    path.closePath();
    return path;
  }
}
