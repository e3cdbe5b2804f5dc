package eu.passage.recognition.render;

import eu.passage.schemas.plates.Series;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** What the road does to a plate: screws, dust, splashes. */
final class PlateWear {

  private PlateWear() {}

  static void screws(
      Graphics2D g, Series layout, double left, Color background, RandomGenerator random) {
    if (random.nextInt(3) == 0) {
      return;
    }
    Color head = random.nextBoolean() ? Paints.times(background, 0.82) : new Color(90, 92, 95);
    double y = layout.heightMm() * (random.nextBoolean() ? 0.5 : 0.14);
    for (double x : new double[] {left + 9, layout.widthMm() - 11}) {
      g.setColor(head);
      g.fill(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
      g.setColor(Paints.times(head, 0.6));
      g.fill(new Ellipse2D.Double(x - 1.6, y - 1.6, 3.2, 3.2));
    }
  }

  /**
   * @param wear 0 for none, 1 for a plate that can hardly be read
   */
  static void dirt(Graphics2D g, Series layout, double wear, RandomGenerator random) {
    double width = layout.widthMm();
    double height = layout.heightMm();
    Color mud = new Color(112 + random.nextInt(30), 98 + random.nextInt(24), 80);
    g.setColor(Paints.clear(mud, (int) (wear * 90)));
    g.fill(new Rectangle2D.Double(0, 0, width, height));
    int splashes = (int) (wear * 60);
    for (int i = 0; i < splashes; i++) {
      double x = random.nextDouble() * width;
      double y = height * (1 - random.nextDouble() * random.nextDouble());
      double r = 1 + random.nextDouble() * random.nextDouble() * 26 * wear;
      g.setColor(Paints.clear(mud, 40 + random.nextInt(110)));
      g.fill(new Ellipse2D.Double(x - 1.4 * r, y - r, 2.8 * r, 2 * r));
    }
  }
}
