package eu.passage.recognition.render;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;

/**
 * A picture and what is in it.
 *
 * @param jpeg 1280 x 720 pixels
 * @param vehicles what was drawn, the nearest first
 */
@SuppressWarnings("ArrayRecordComponent") // a picture is handed on, never compared
public record RenderedFrame(byte[] jpeg, List<Vehicle> vehicles) {

  /**
   * A vehicle in the picture.
   *
   * @param box its visible pixels, tight, in pixels of the frame
   * @param plate empty when none can be read in the picture
   */
  public record Vehicle(VehicleType type, Colour colour, Rectangle box, Optional<Plate> plate) {}

  /**
   * A plate in the picture.
   *
   * @param box around the corners, in whole pixels of the frame
   * @param corners top left, top right, bottom right, bottom left as seen
   */
  public record Plate(NumberPlate plate, Rectangle box, List<Corner> corners) {}

  /** A place in the picture, in pixels; x right, y down. */
  public record Corner(double x, double y) {}
}
