package eu.passage.recognition.render;

import java.awt.Color;
import java.util.List;

/** Wheels with tyres and rims. */
final class Wheels {

  private static final Skin TYRE = Skin.plain(Paints.RUBBER);
  private static final Skin RIM =
      Skin.paint(
          -1,
          -1,
          1,
          1,
          40,
          Paints.RUBBER,
          g -> {
            Brush brush = new Brush(g, 0, 1);
            brush.oval(new Color(128, 131, 134), 0, 0, 0.66, 0.66);
            for (int i = 0; i < 10; i++) {
              double a = 2 * Math.PI * i / 10;
              double b = a + 0.22;
              brush.poly(
                  Paints.DARK,
                  0.2 * Math.cos(a),
                  0.2 * Math.sin(a),
                  0.58 * Math.cos(a),
                  0.58 * Math.sin(a),
                  0.58 * Math.cos(b),
                  0.58 * Math.sin(b));
            }
          });

  private Wheels() {}

  /** A pair of wheels at each axle. */
  static void add(
      List<Part> parts, double halfWidth, double radius, double width, double... axles) {
    for (double x : axles) {
      for (int sign : new int[] {-1, 1}) {
        parts.addAll(
            Solids.wheel(x, sign * (halfWidth - width / 2 - 0.01), radius, width, TYRE, RIM));
      }
    }
  }
}
