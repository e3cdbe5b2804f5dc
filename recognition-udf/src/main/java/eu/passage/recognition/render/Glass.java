package eu.passage.recognition.render;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** Windows: opaque, with the sky and the roadside in them; what is behind them is never drawn. */
final class Glass {

  private Glass() {}

  /**
   * A window with slanted sides.
   *
   * @param low half the width at y0
   * @param high half the width at y1
   */
  static void window(
      Brush brush, RandomGenerator random, double low, double y0, double high, double y1) {
    double light = 0.7 + random.nextDouble() * 0.9;
    Color deep = Paints.times(new Color(26, 31, 36), light);
    Color sky = Paints.times(new Color(72, 84, 96), light);
    brush.poly(brush.fade(y0, deep, y1, sky), -low, y0, low, y0, high, y1, -high, y1);
    double height = y1 - y0;
    for (int i = 0; i < 5; i++) {
      double x = (random.nextDouble() * 1.6 - 0.8) * high;
      double rise = height * (0.15 + 0.35 * random.nextDouble());
      double wide = high * (0.1 + 0.25 * random.nextDouble());
      brush.poly(
          Paints.clear(random.nextBoolean() ? deep : sky, 90),
          x - wide,
          y0 + 0.1 * height,
          x + wide,
          y0 + 0.1 * height,
          x + 0.6 * wide,
          y0 + 0.1 * height + rise,
          x - 0.4 * wide,
          y0 + 0.12 * height + rise);
    }
    double streak = (random.nextDouble() - 0.5) * high;
    brush.poly(
        Paints.clear(new Color(220, 228, 235), 26),
        streak,
        y0,
        streak + 0.3 * low,
        y0,
        streak + 0.55 * high,
        y1,
        streak + 0.2 * high,
        y1);
  }
}
