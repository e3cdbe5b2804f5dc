package eu.passage.recognition.render;

import eu.passage.recognition.render.Pose.Facing;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A camera site: a gantry or a pole at the roadside with one head for each direction of travel.
 *
 * @param id for people
 * @param seed of its place, its view and its surroundings
 */
public record RoadCamera(String id, long seed) {

  /** Where a plate is above the road, in metres. */
  private static final double PLATE = 0.5;

  /**
   * How one head looks at its lane.
   *
   * @param near metres to a vehicle's seen end where the plate is largest
   * @param far metres where the plate is smallest
   */
  record Head(View view, double near, double far) {}

  Head head(Facing facing) {
    SplittableRandom random = new SplittableRandom(seed * 31 + facing.ordinal());
    double height = 4 + 2.6 * random.nextDouble();
    double scale = 165 + 205 * Math.pow(random.nextDouble(), 1.7);
    double middle = 14 + 16 * random.nextDouble();
    double side = random.nextBoolean() ? 1 : -1;
    double cameraX =
        random.nextInt(5) < 2
            ? side * (2.2 + 0.16 * middle * random.nextDouble())
            : 1.6 * random.nextDouble() - 0.8;
    double slant = Math.hypot(Math.hypot(middle, height - PLATE), cameraX);
    double centreX = View.WIDTH / 2.0 + 160 * (random.nextDouble() - 0.5);
    double centreY = 470 + 40 * random.nextDouble();
    View view = new View(cameraX, height, 0, middle, PLATE, scale * slant, centreX, centreY);
    double near = distance(view, 610 + 60 * random.nextDouble());
    return new Head(view, near, distance(view, 330 + 60 * random.nextDouble()));
  }

  /** Where a plate must be to appear at a height of the picture. */
  private static double distance(View view, double y) {
    double low = 2;
    double high = 200;
    double[] p = new double[3];
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      view.project(0, middle, PLATE, p);
      if (p[1] > y) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The poses of one vehicle that passes: it grows from frame to frame when it approaches and
   * shrinks when it recedes.
   *
   * @param frames at least 1
   */
  public List<Pose> passage(Facing facing, int frames, RandomGenerator random) {
    Head head = head(facing);
    double offset = 0.7 * (random.nextDouble() - 0.5);
    double drift = 0.15 * (random.nextDouble() - 0.5);
    double yaw = Math.toRadians(5) * (random.nextDouble() - 0.5);
    double start = 0.15 * random.nextDouble();
    double end = 1 - 0.1 * random.nextDouble();
    List<Pose> poses = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      double t = frames == 1 ? random.nextDouble() : start + (end - start) * i / (frames - 1);
      double closeness = facing == Facing.FRONT ? t : 1 - t;
      double distance = head.far() + closeness * (head.near() - head.far());
      poses.add(new Pose(facing, distance, offset + t * drift, yaw));
    }
    return poses;
  }

  /** A pose in the lane beside, where traffic goes the other way. */
  public Pose beside(Facing facing, RandomGenerator random) {
    Head head = head(facing);
    double lane = facing == Facing.FRONT ? 3.4 : -3.4;
    Facing other = facing == Facing.FRONT ? Facing.REAR : Facing.FRONT;
    double distance = head.near() + (head.far() * 1.15 - head.near()) * random.nextDouble();
    return new Pose(other, distance, lane + 0.4 * (random.nextDouble() - 0.5), 0);
  }
}
