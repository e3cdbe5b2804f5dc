package eu.passage.recognition.render;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** What stands beside the road and where. */
final class Surroundings {

  /** How far along the road things are drawn, in metres. */
  private static final double REACH = 200;

  private record Thing(double distance, Runnable painter) {}

  private final RandomGenerator random;
  private final House house;
  private final Greenery greenery;
  private final RoadFurniture furniture;
  private final List<Thing> things = new ArrayList<>();

  Surroundings(ScenePen pen, RandomGenerator random) {
    this.random = random;
    this.house = new House(pen, random);
    this.greenery = new Greenery(pen, random);
    this.furniture = new RoadFurniture(pen, random);
  }

  /** Paints everything left of {@code left} and right of {@code right}, the far before the near. */
  void paint(double left, double right) {
    things.clear();
    for (int side : new int[] {-1, 1}) {
      double edge = side < 0 ? left : right;
      plant(edge, side);
      furnish(edge, side);
    }
    things.sort(Comparator.comparingDouble(Thing::distance).reversed());
    things.forEach(thing -> thing.painter().run());
  }

  private void plant(double edge, int side) {
    boolean village = random.nextBoolean();
    double y = random.nextDouble(15, 28);
    while (y < REACH) {
      double at = y;
      double x = edge + side * random.nextDouble(0.8, 3.5);
      if (village && random.nextInt(4) > 0) {
        double length = random.nextDouble(8, 14);
        things.add(new Thing(at, () -> house.paint(x, at, side, length)));
        y += length + random.nextDouble(0.5, 8);
      } else if (random.nextInt(3) == 0) {
        things.add(new Thing(at, () -> greenery.tree(x, at)));
        y += random.nextDouble(4, 12);
      } else {
        double length = random.nextDouble(5, 25);
        double tall = random.nextDouble(0.5, 2.4);
        Color leaf = greenery.leaf();
        for (double d = 0; d < length; d += 1.1) {
          double where = at + d;
          things.add(new Thing(where, () -> greenery.bush(x, where, tall, leaf)));
        }
        y += length;
      }
    }
  }

  private void furnish(double edge, int side) {
    if (random.nextInt(3) == 0) {
      things.add(new Thing(REACH, () -> furniture.rail(edge + side * 0.35)));
    }
    for (double y = random.nextDouble(18, 40); y < 150; y += random.nextDouble(20, 45)) {
      double at = y;
      double x = edge + side * random.nextDouble(0.4, 0.9);
      boolean sign = random.nextInt(3) == 0;
      things.add(new Thing(at, sign ? () -> furniture.sign(x, at) : () -> furniture.post(x, at)));
    }
  }
}
