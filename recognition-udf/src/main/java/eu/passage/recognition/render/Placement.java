package eu.passage.recognition.render;

import eu.passage.recognition.render.Pose.Facing;

/** From vehicle coordinates to world coordinates. */
final class Placement {

  private final Pose pose;
  private final double seenEnd;
  private final double sign;
  private final double cos;
  private final double sin;

  /**
   * @param length of the vehicle, in metres
   */
  Placement(Pose pose, double length) {
    this.pose = pose;
    this.seenEnd = pose.facing() == Facing.FRONT ? 0 : -length;
    this.sign = pose.facing() == Facing.FRONT ? 1 : -1;
    this.cos = Math.cos(pose.yaw());
    this.sin = Math.sin(pose.yaw());
  }

  /** Writes the world point of a point of the vehicle. */
  void point(double x, double y, double z, double[] out) {
    direction(x - seenEnd, y, z, out);
    out[0] += pose.offset();
    out[1] += pose.distance();
  }

  /** Writes the world direction of a direction of the vehicle. */
  void direction(double x, double y, double z, double[] out) {
    double across = sign * y;
    double along = -sign * x;
    out[0] = across * cos - along * sin;
    out[1] = across * sin + along * cos;
    out[2] = z;
  }
}
