package eu.passage.recognition.render;

import eu.passage.schemas.plates.PlateLayouts;
import eu.passage.schemas.plates.Series;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Paints plates as their country makes them, flat and seen from the front, in millimetres. */
final class PlatePainter {

  /** A hyphen's, a gap's and a seal's widths, as shares of the characters' height. */
  private static final double GAP = 0.34;

  private static final double SEAL = 0.62;

  private final PlateLayouts layouts = PlateLayouts.shipped();

  /** Width and height of a plate in millimetres. */
  double[] size(NumberPlate plate) {
    Series layout = layouts.series(plate.country(), plate.series());
    return new double[] {layout.widthMm(), layout.heightMm()};
  }

  /**
   * A plate's picture.
   *
   * @param pixelsPerMm how large
   * @param wear 0 for a clean plate, 1 for one that can hardly be read
   * @param seed of the dirt: the same seed gives the same dirt at every size
   */
  BufferedImage paint(NumberPlate plate, boolean rear, double pixelsPerMm, double wear, long seed) {
    Series layout = layouts.series(plate.country(), plate.series());
    int width = (int) Math.max(8, Math.round(layout.widthMm() * pixelsPerMm));
    int height = (int) Math.max(4, Math.round(layout.heightMm() * pixelsPerMm));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = Skin.smooth(image);
    g.scale(width / layout.widthMm(), height / layout.heightMm());
    Color background = Color.decode(layout.background());
    Color foreground = Color.decode(layout.foreground());
    Color border = Color.decode(layout.border());
    Series.Rear differs = layout.rear();
    if (rear && differs != null) {
      background = or(differs.background(), background);
      foreground = or(differs.foreground(), foreground);
      border = or(differs.border(), border);
    }
    g.setColor(background);
    g.fill(new Rectangle2D.Double(0, 0, layout.widthMm(), layout.heightMm()));
    double left = 0;
    double right = layout.widthMm();
    Optional<Series.Band> band =
        layout.hasBand() ? layouts.band(plate.country()) : Optional.empty();
    if (band.isPresent()) {
      left = strip(g, band.get(), layout.heightMm(), 0, true);
    }
    Series.Band badge = layout.badge();
    if (badge != null) {
      right -= badge.widthMm();
      strip(g, badge, layout.heightMm(), right, false);
    }
    text(g, layout, drawn(layout, plate.text()), foreground, left, right);
    g.setColor(border);
    g.setStroke(new BasicStroke(4.5f));
    g.draw(new RoundRectangle2D.Double(4, 4, layout.widthMm() - 8, layout.heightMm() - 8, 16, 16));
    SplittableRandom random = new SplittableRandom(seed);
    PlateWear.screws(g, layout, left, background, random);
    PlateWear.dirt(g, layout, wear, random);
    g.dispose();
    return image;
  }

  /**
   * The pieces of a text as they stand on the plate: characters, a hyphen, a blank for a gap, an
   * asterisk for a seal.
   */
  private static List<String> drawn(Series layout, String text) {
    List<String> pieces =
        layout
            .cut(text)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "\"" + text + "\" is not laid out as series " + layout.id()));
    List<String> drawn = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      drawn.add(
          switch (layout.tokens().get(i).kind()) {
            case HYPHEN -> "-";
            case GAP -> " ";
            case SEAL -> "*";
            case LETTERS, DIGITS, POSITIVE_DIGITS, LITERAL -> pieces.get(i);
          });
    }
    return drawn;
  }

  private static Color or(@Nullable String colour, Color otherwise) {
    return colour == null ? otherwise : Color.decode(colour);
  }

  /** The coloured strip from x on; gives its right end. */
  private static double strip(
      Graphics2D g, Series.Band band, double height, double x, boolean stars) {
    g.setColor(Color.decode(band.colour()));
    g.fill(new Rectangle2D.Double(x, 0, band.widthMm(), height));
    double middle = x + band.widthMm() / 2;
    if (stars) {
      g.setColor(new Color(244, 206, 40));
      for (int i = 0; i < 12; i++) {
        double angle = Math.PI * i / 6;
        star(
            g,
            middle + 0.32 * band.widthMm() * Math.sin(angle),
            0.3 * height - 0.32 * band.widthMm() * Math.cos(angle),
            0.065 * band.widthMm());
      }
    }
    g.setColor(Color.decode(band.colour()).getRed() > 160 ? Color.BLACK : new Color(242, 243, 245));
    letters(g, band.letters(), middle, height * 0.66, 0.22 * height, 0.8 * band.widthMm());
    return x + band.widthMm();
  }

  private static void star(Graphics2D g, double x, double y, double radius) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < 10; i++) {
      double r = i % 2 == 0 ? radius : 0.42 * radius;
      double px = x + r * Math.sin(Math.PI * i / 5);
      double py = y - r * Math.cos(Math.PI * i / 5);
      if (i == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    path.closePath();
    g.fill(path);
  }

  /** Small letters around a middle, made narrower where they would not fit. */
  private static void letters(
      Graphics2D g, String text, double middle, double top, double height, double most) {
    Glyphs.Face face = Glyphs.face("din");
    double width = -face.gap();
    for (char c : text.toCharArray()) {
      width += (c == ' ' ? 40 : face.glyph(c).width()) + face.gap();
    }
    double scale = height / 100;
    double narrow = Math.min(1, most / (width * scale));
    double x = middle - width * scale * narrow / 2;
    for (char c : text.toCharArray()) {
      if (c == ' ') {
        x += 40 * scale * narrow;
      } else {
        glyph(g, face.glyph(c), x, top, scale * narrow, scale);
        x += (face.glyph(c).width() + face.gap()) * scale * narrow;
      }
    }
  }

  private static void glyph(
      Graphics2D g, Glyphs.Glyph glyph, double x, double y, double scaleX, double scaleY) {
    AffineTransform place = new AffineTransform(scaleX, 0, 0, scaleY, x, y);
    g.fill(place.createTransformedShape(glyph.outline()));
  }

  private static void text(
      Graphics2D g,
      Series layout,
      List<String> pieces,
      Color foreground,
      double left,
      double right) {
    Glyphs.Face face = Glyphs.face(layout.face());
    double scale = layout.characterHeightMm() / 100;
    double width = 0;
    for (String piece : pieces) {
      width += width(face, piece, scale);
    }
    width -= face.gap() * scale;
    double room = right - left - 22;
    double narrow = Math.min(1, room / width);
    double x = left + (right - left - width * narrow) / 2;
    double top = (layout.heightMm() - layout.characterHeightMm()) / 2;
    for (String piece : pieces) {
      g.setColor(foreground);
      double wide = width(face, piece, scale) * narrow;
      switch (piece) {
        case " " -> {}
        case "*" ->
            seals(g, x + (wide - face.gap() * scale * narrow) / 2, layout.heightMm() / 2, layout);
        default -> {
          double at = x;
          for (char c : piece.toCharArray()) {
            glyph(g, face.glyph(c), at, top, scale * narrow, scale);
            at += (face.glyph(c).width() + face.gap()) * scale * narrow;
          }
        }
      }
      x += wide;
    }
  }

  private static double width(Glyphs.Face face, String piece, double scale) {
    switch (piece) {
      case " ":
        return GAP * 100 * scale;
      case "*":
        return SEAL * 100 * scale + face.gap() * scale;
      default:
        double width = 0;
        for (char c : piece.toCharArray()) {
          width += (face.glyph(c).width() + face.gap()) * scale;
        }
        return width;
    }
  }

  /** An inspection sticker above a registration seal, or a single crest. */
  private static void seals(Graphics2D g, double x, double y, Series layout) {
    if (layout.id().startsWith("de-")) {
      disc(g, x, y - 21, 17, new Color(226, 150, 40), new Color(40, 40, 40));
      disc(g, x, y + 20, 20, new Color(196, 200, 204), new Color(150, 40, 40));
    } else {
      disc(g, x, y, 20, new Color(232, 230, 224), new Color(170, 44, 48));
    }
  }

  private static void disc(
      Graphics2D g, double x, double y, double radius, Color outer, Color inner) {
    g.setColor(outer);
    g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    g.setColor(inner);
    g.setStroke(new BasicStroke(1.6f));
    g.draw(
        new Ellipse2D.Double(x - 0.62 * radius, y - 0.62 * radius, 1.24 * radius, 1.24 * radius));
    g.fill(new Ellipse2D.Double(x - 0.25 * radius, y - 0.35 * radius, 0.5 * radius, 0.7 * radius));
  }
}
