package eu.passage.recognition.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/**
 * Paints on a skin in metres: x from the middle (or along the side), y from an origin in a
 * direction.
 */
final class Brush {

  private final Graphics2D g;
  private final double originY;
  private final double direction;

  /**
   * @param originY where the brush's y is 0
   * @param direction 1 when the brush's y grows with the skin's, -1 when it falls
   */
  Brush(Graphics2D g, double originY, double direction) {
    this.g = g;
    this.originY = originY;
    this.direction = direction;
  }

  private double y(double y) {
    return originY + direction * y;
  }

  /** A polygon of x, y pairs. */
  void poly(Paint paint, double... xy) {
    g.setPaint(paint);
    g.fill(path(1, xy));
  }

  /** A polygon and its mirror image over x = 0. */
  void both(Paint paint, double... xy) {
    g.setPaint(paint);
    g.fill(path(1, xy));
    g.fill(path(-1, xy));
  }

  private Path2D path(int sign, double... xy) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < xy.length; i += 2) {
      if (i == 0) {
        path.moveTo(sign * xy[i], y(xy[i + 1]));
      } else {
        path.lineTo(sign * xy[i], y(xy[i + 1]));
      }
    }
    path.closePath();
    return path;
  }

  /** A rectangle with rounded corners. */
  void box(Paint paint, double x0, double y0, double x1, double y1, double radius) {
    g.setPaint(paint);
    double low = Math.min(y(y0), y(y1));
    g.fill(
        new RoundRectangle2D.Double(x0, low, x1 - x0, Math.abs(y1 - y0), 2 * radius, 2 * radius));
  }

  /** A rectangle with rounded corners right of the middle and its mirror image. */
  void boxes(Paint paint, double x0, double y0, double x1, double y1, double radius) {
    box(paint, x0, y0, x1, y1, radius);
    box(paint, -x1, y0, -x0, y1, radius);
  }

  void oval(Paint paint, double x, double y, double rx, double ry) {
    g.setPaint(paint);
    g.fill(new Ellipse2D.Double(x - rx, y(y) - ry, 2 * rx, 2 * ry));
  }

  void ovals(Paint paint, double x, double y, double rx, double ry) {
    oval(paint, x, y, rx, ry);
    oval(paint, -x, y, rx, ry);
  }

  /** A line through x, y pairs. */
  void line(Color colour, double width, double... xy) {
    line(colour, width, 1, xy);
  }

  /** A line and its mirror image. */
  void lines(Color colour, double width, double... xy) {
    line(colour, width, 1, xy);
    line(colour, width, -1, xy);
  }

  private void line(Color colour, double width, int sign, double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(sign * xy[0], y(xy[1]));
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(sign * xy[i], y(xy[i + 1]));
    }
    g.setPaint(colour);
    g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 2));
    g.draw(path);
  }

  /** From one colour at y0 to another at y1. */
  Paint fade(double y0, Color from, double y1, Color to) {
    return new GradientPaint(0, (float) y(y0), from, 0, (float) y(y1), to);
  }
}
