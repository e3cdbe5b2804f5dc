package eu.passage.recognition.render;

/**
 * Where a vehicle is before the camera.
 *
 * @param facing which end the camera sees
 * @param distance metres along the road from the camera's foot to the end that is seen
 * @param offset metres to the right, as the camera sees it, from the middle of the camera's lane
 * @param yaw radians by which the vehicle is turned out of the road's direction
 */
public record Pose(Facing facing, double distance, double offset, double yaw) {

  /** The end of the vehicle that the camera sees. */
  public enum Facing {
    /** The vehicle comes towards the camera. */
    FRONT,
    /** The vehicle goes away from the camera. */
    REAR
  }
}
