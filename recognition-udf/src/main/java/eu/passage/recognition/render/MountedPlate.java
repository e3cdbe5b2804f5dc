package eu.passage.recognition.render;

import eu.passage.avro.VehicleType;
import eu.passage.recognition.render.VehicleModel.Mount;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plate on a vehicle, painted as large as the picture needs it. */
final class MountedPlate {

  /** Motorcycles bear the same layout on a smaller plate. */
  private static final double MOTORCYCLE_SCALE = 0.64;

  private final NumberPlate plate;
  private final Mount mount;
  private final boolean rear;
  private final double scale;
  private final double width;
  private final double height;
  private final double pixelsPerMetre;
  private final long seed;

  private MountedPlate(
      NumberPlate plate,
      Mount mount,
      boolean rear,
      double scale,
      double width,
      double height,
      double pixelsPerMetre,
      long seed) {
    this.plate = plate;
    this.mount = mount;
    this.rear = rear;
    this.scale = scale;
    this.width = width;
    this.height = height;
    this.pixelsPerMetre = pixelsPerMetre;
    this.seed = seed;
  }

  static MountedPlate of(
      SceneVehicle vehicle,
      NumberPlate plate,
      Mount mount,
      boolean rear,
      PlatePainter painter,
      Placement place,
      View view) {
    double scale = vehicle.type() == VehicleType.MOTORCYCLE ? MOTORCYCLE_SCALE : 1;
    double[] size = painter.size(plate);
    double[] world = new double[3];
    place.point(mount.x(), mount.y(), mount.z(), world);
    return new MountedPlate(
        plate,
        mount,
        rear,
        scale,
        scale * size[0] / 1000,
        scale * size[1] / 1000,
        view.pixelsPerMetre(world[0], world[1], world[2]),
        vehicle.design());
  }

  private int direction() {
    return rear ? -1 : 1;
  }

  /** The plate and the frame that holds it. */
  List<Part> parts(PlatePainter painter, double wear) {
    List<Part> parts = new ArrayList<>();
    int style = (int) Math.floorMod(seed >> 3, 4L);
    if (style > 0) {
      Color colour = style == 3 ? new Color(52, 54, 58) : new Color(20, 20, 22);
      double low = style == 2 ? 0.012 : 0.03;
      Mount behind =
          new Mount(
              mount.x() - 0.006 * direction(),
              mount.y(),
              mount.z() - low / 2 + 0.005,
              mount.tilt());
      parts.add(
          Solids.board(
              behind,
              width + 0.022,
              height + low + 0.012,
              direction(),
              Skin.plain(colour),
              0.1,
              0));
    }
    // a little finer than the picture, so that sampling it loses nothing
    double pixelsPerMm = 1.15 * pixelsPerMetre * scale / 1000;
    BufferedImage image = painter.paint(plate, rear, pixelsPerMm, wear, seed);
    parts.add(Solids.board(mount, width, height, direction(), Skin.of(image, width), 0.12, 1));
    return parts;
  }

  /** Top left, top right, bottom right, bottom left as the camera sees them. */
  List<RenderedFrame.Corner> corners(Placement place, View view) {
    List<RenderedFrame.Corner> corners = new ArrayList<>();
    double cos = Math.cos(mount.tilt());
    double sin = Math.sin(mount.tilt());
    double[] world = new double[3];
    double[] p = new double[3];
    double[][] signs = {{-1, 1}, {1, 1}, {1, -1}, {-1, -1}};
    for (double[] sign : signs) {
      double up = sign[1] * height / 2;
      place.point(
          mount.x() - direction() * up * sin,
          mount.y() + direction() * sign[0] * width / 2,
          mount.z() + up * cos,
          world);
      view.project(world[0], world[1], world[2], p);
      corners.add(new RenderedFrame.Corner(p[0], p[1]));
    }
    return corners;
  }

  /** The box around the corners when the plate lies in the picture and is large enough. */
  static Optional<Rectangle> visible(List<RenderedFrame.Corner> corners, int least) {
    double left = corners.stream().mapToDouble(RenderedFrame.Corner::x).min().orElseThrow();
    double right = corners.stream().mapToDouble(RenderedFrame.Corner::x).max().orElseThrow();
    double top = corners.stream().mapToDouble(RenderedFrame.Corner::y).min().orElseThrow();
    double bottom = corners.stream().mapToDouble(RenderedFrame.Corner::y).max().orElseThrow();
    if (left < 0 || top < 0 || right > View.WIDTH || bottom > View.HEIGHT || right - left < least) {
      return Optional.empty();
    }
    int x = (int) Math.floor(left);
    int y = (int) Math.floor(top);
    return Optional.of(
        new Rectangle(x, y, (int) Math.ceil(right) - x, (int) Math.ceil(bottom) - y));
  }
}
