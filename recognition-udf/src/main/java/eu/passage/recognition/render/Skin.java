package eu.passage.recognition.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.Consumer;

/** A picture stretched over a surface, painted in metres. */
final class Skin {

  final int width;
  final int height;
  final float pixelsPerMetre;
  private final float originX;
  private final float originY;
  final int[] pixels;

  private Skin(BufferedImage image, double pixelsPerMetre, double originX, double originY) {
    this.width = image.getWidth();
    this.height = image.getHeight();
    this.pixelsPerMetre = (float) pixelsPerMetre;
    this.originX = (float) originX;
    this.originY = (float) originY;
    this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  /** Paints the metres between (x0, y0) and (x1, y1); y goes up. */
  static Skin paint(
      double x0,
      double y0,
      double x1,
      double y1,
      double pixelsPerMetre,
      Color base,
      Consumer<Graphics2D> painter) {
    int width = Math.max(2, (int) Math.ceil((x1 - x0) * pixelsPerMetre));
    int height = Math.max(2, (int) Math.ceil((y1 - y0) * pixelsPerMetre));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = smooth(image);
    g.scale(pixelsPerMetre, -pixelsPerMetre);
    g.translate(-x0, -y1);
    g.setColor(base);
    g.fill(new Rectangle2D.Double(x0, y0, x1 - x0, y1 - y0));
    painter.accept(g);
    g.dispose();
    return new Skin(image, pixelsPerMetre, x0, y1);
  }

  /** One colour all over. */
  static Skin plain(Color colour) {
    return paint(0, 0, 1, 1, 2, colour, g -> {});
  }

  /** A picture as it is, (0, 0) its bottom left corner and {@code widthMetres} its width. */
  static Skin of(BufferedImage image, double widthMetres) {
    double scale = image.getWidth() / widthMetres;
    return new Skin(image, scale, 0, image.getHeight() / scale);
  }

  static Graphics2D smooth(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return g;
  }

  /**
   * Column of the point x metres right, minus half a pixel, so that samples lie on pixels' middles.
   */
  float column(double x) {
    return ((float) x - originX) * pixelsPerMetre - 0.5f;
  }

  /** Row of the point y metres up. */
  float row(double y) {
    return (originY - (float) y) * pixelsPerMetre - 0.5f;
  }
}
