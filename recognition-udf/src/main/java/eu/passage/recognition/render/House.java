package eu.passage.recognition.render;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** A house of brick with its gable towards the camera and its front along the road. */
final class House {

  private final ScenePen pen;
  private final RandomGenerator random;

  House(ScenePen pen, RandomGenerator random) {
    this.pen = pen;
    this.random = random;
  }

  /**
   * @param x of the front
   * @param y of the gable that the camera sees
   * @param side -1 left of the road, 1 right of it
   * @param length along the road
   */
  void paint(double x, double y, int side, double length) {
    double eaves = random.nextDouble(4.5, 7);
    double far = x + side * random.nextDouble(6, 9);
    double ridge = eaves + random.nextDouble(2, 3.5);
    double middle = (x + far) / 2;
    double end = y + length;
    Color brick =
        switch (random.nextInt(4)) {
          case 0 -> new Color(206, 200, 188);
          case 1 -> new Color(150, 112, 84);
          default -> new Color(132 + random.nextInt(30), 70 + random.nextInt(20), 56);
        };
    Color tiles = random.nextBoolean() ? new Color(122, 60, 46) : new Color(70, 70, 76);
    Color shaded = Paints.times(brick, 0.72);
    pen.across(shaded, x, far, y, 0, eaves);
    pen.fill(shaded, x, y, eaves, far, y, eaves, middle, y, ridge);
    pen.along(brick, x, y, end, 0, eaves);
    pen.fill(tiles, x, y, eaves, x, end, eaves, middle, end, ridge, middle, y, ridge);
    for (double z = 0.25; z < eaves; z += 0.25) {
      Color joint = Paints.clear(Paints.times(brick, z % 0.5 < 0.2 ? 0.85 : 1.1), 90);
      pen.outline(joint, x, y, z, x, end, z);
      pen.outline(joint, x, y, z, far, y, z);
    }
    for (double at = y + 0.8; at < end - 1.5; at += random.nextDouble(2, 3)) {
      for (double z = 1; z < eaves - 1.6; z += 2.7) {
        pen.along(new Color(222, 220, 214), x, at, at + 1.2, z, z + 1.5);
        pen.along(new Color(52, 60, 68), x, at + 0.1, at + 1.1, z + 0.1, z + 1.4);
      }
    }
    pen.across(new Color(60, 66, 72), middle - 0.6, middle + 0.6, y, 3.2, 4.5);
    pen.along(new Color(74, 52, 40), x, end - 1.3, end - 0.4, 0, 2.1);
  }
}
