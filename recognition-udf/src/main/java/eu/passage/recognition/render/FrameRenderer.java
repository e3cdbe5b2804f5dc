package eu.passage.recognition.render;

import eu.passage.recognition.render.Conditions.Daylight;
import eu.passage.recognition.render.Pose.Facing;
import eu.passage.recognition.render.VehicleModel.Lamp;
import eu.passage.recognition.render.VehicleModel.Mount;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Draws frames. Keeps what it drew last (backgrounds, vehicles), so that the frames of one passage
 * are cheap; not for use by several threads at once.
 *
 * <pre>{@code
 * RoadCamera camera = new RoadCamera("EST-1", 1);
 * for (Pose pose : camera.passage(Facing.FRONT, 4, random)) {
 *   RenderedFrame frame = renderer.render(camera, vehicle, pose, conditions, random);
 * }
 * }</pre>
 */
public final class FrameRenderer {

  private static final int ROADS = 8;
  private static final int BACKGROUNDS = 12;
  private static final int MODELS = 8;

  /** Below this many pixels across, no person could read a plate. */
  private static final int LEAST_PLATE = 48;

  /** A vehicle and where it is. */
  public record Placed(SceneVehicle vehicle, Pose pose) {}

  private record Road(RoadCamera camera, Facing facing) {}

  private record Scene(Road road, Daylight daylight, boolean infrared) {}

  private final Map<Road, byte[]> roads = recent(ROADS);
  private final Map<Scene, byte[]> backgrounds = recent(BACKGROUNDS);
  private final Map<SceneVehicle, VehicleModel> models = recent(MODELS);
  private final Rasteriser rasteriser = new Rasteriser();
  private final PlatePainter plates = new PlatePainter();
  private final BufferedImage canvas =
      new BufferedImage(View.WIDTH, View.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);

  private static <K, V> Map<K, V> recent(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  /** One vehicle before the head that looks at it. The same arguments give the same bytes. */
  public RenderedFrame render(
      RoadCamera camera,
      SceneVehicle vehicle,
      Pose pose,
      Conditions conditions,
      RandomGenerator random) {
    return render(camera, pose.facing(), List.of(new Placed(vehicle, pose)), conditions, random);
  }

  /**
   * Any number of vehicles, also none.
   *
   * @param facing the head: which end of the vehicles in its lane it sees
   */
  public RenderedFrame render(
      RoadCamera camera,
      Facing facing,
      List<Placed> vehicles,
      Conditions conditions,
      RandomGenerator random) {
    Light light = Lighting.of(camera, conditions);
    View view = camera.head(facing).view();
    byte[] frame = ((DataBufferByte) canvas.getRaster().getDataBuffer()).getData();
    byte[] empty = background(new Road(camera, facing), light, conditions);
    System.arraycopy(empty, 0, frame, 0, frame.length);
    List<Placed> farFirst = new ArrayList<>(vehicles);
    farFirst.sort(Comparator.comparingDouble((Placed p) -> p.pose().distance()).reversed());
    List<RenderedFrame.Vehicle> seen = new ArrayList<>();
    Rectangle moving = new Rectangle();
    for (Placed placed : farFirst) {
      Optional<RenderedFrame.Vehicle> drawn = draw(placed, view, light, conditions, frame);
      if (drawn.isPresent()) {
        moving = drawn.get().box();
        hideBehind(seen, moving);
        seen.add(0, drawn.get());
      }
    }
    byte[] jpeg = Optics.jpeg(frame, moving, conditions, random);
    return new RenderedFrame(jpeg, List.copyOf(seen));
  }

  private byte[] background(Road road, Light light, Conditions conditions) {
    byte[] plain = roads.computeIfAbsent(road, r -> Background.paint(r.camera(), r.facing()));
    return backgrounds.computeIfAbsent(
        new Scene(road, conditions.daylight(), conditions.infrared()),
        s -> Background.light(plain, road.camera(), light, conditions.daylight()));
  }

  private Optional<RenderedFrame.Vehicle> draw(
      Placed placed, View view, Light light, Conditions conditions, byte[] frame) {
    SceneVehicle vehicle = placed.vehicle();
    VehicleModel model = models.computeIfAbsent(vehicle, VehicleModels::build);
    Placement place = new Placement(placed.pose(), model.length());
    Shadow.cast(canvas, model, place, view, light);
    boolean lit = conditions.daylight() == Daylight.NIGHT || conditions.daylight() == Daylight.DUSK;
    boolean front = placed.pose().facing() == Facing.FRONT;
    if (lit && front) {
      beam(model, place, view, conditions.night() ? 2.2 : 0.5, frame);
    }
    rasteriser.clear();
    rasteriser.draw(model.parts(), place, view, light);
    Optional<RenderedFrame.Plate> plate = plate(placed, model, place, view, light, conditions);
    Rectangle box = rasteriser.bounds();
    if (box.width < 24 || box.height < 24) {
      return Optional.empty();
    }
    rasteriser.layOver(frame);
    if (lit) {
      lamps(model, place, view, light, front, vehicle.design(), frame);
    }
    return Optional.of(new RenderedFrame.Vehicle(vehicle.type(), vehicle.colour(), box, plate));
  }

  private Optional<RenderedFrame.Plate> plate(
      Placed placed,
      VehicleModel model,
      Placement place,
      View view,
      Light light,
      Conditions conditions) {
    SceneVehicle vehicle = placed.vehicle();
    boolean rear = placed.pose().facing() == Facing.REAR;
    Optional<Mount> mount = rear ? Optional.of(model.rear()) : model.front();
    Optional<NumberPlate> bears = vehicle.plate(placed.pose().facing());
    if (mount.isEmpty() || bears.isEmpty()) {
      return Optional.empty();
    }
    MountedPlate mounted =
        MountedPlate.of(vehicle, bears.get(), mount.get(), rear, plates, place, view);
    rasteriser.draw(mounted.parts(plates, conditions.wear()), place, view, light);
    List<RenderedFrame.Corner> corners = mounted.corners(place, view);
    return MountedPlate.visible(corners, LEAST_PLATE)
        .map(box -> new RenderedFrame.Plate(bears.get(), box, corners));
  }

  private static void hideBehind(List<RenderedFrame.Vehicle> behind, Rectangle nearer) {
    behind.replaceAll(
        v ->
            v.plate().isPresent() && v.plate().get().box().intersects(nearer)
                ? new RenderedFrame.Vehicle(v.type(), v.colour(), v.box(), Optional.empty())
                : v);
  }

  private static void beam(
      VehicleModel model, Placement place, View view, double gain, byte[] frame) {
    double[] world = new double[3];
    double[] p = new double[3];
    place.point(3.5, 0, 0, world);
    view.project(world[0], world[1], 0, p);
    double scale = view.pixelsPerMetre(world[0], world[1], 0);
    Glow.pool(frame, p[0], p[1], 1.6 * scale * model.width() / 1.8, 1.3 * scale, gain);
  }

  private static void lamps(
      VehicleModel model,
      Placement place,
      View view,
      Light light,
      boolean front,
      long design,
      byte[] frame) {
    double glare = 150 + 60 * Math.floorMod(design, 7) / 6.0;
    double[] white = light.infrared() ? new double[] {1, 1, 1} : new double[] {1, 0.97, 0.9};
    double[] red = light.infrared() ? new double[] {1, 1, 1} : new double[] {1, 0.1, 0.08};
    double[] world = new double[3];
    double[] p = new double[3];
    for (Lamp lamp : model.lamps()) {
      if (lamp.head() != front) {
        continue;
      }
      place.point(lamp.x(), lamp.y(), lamp.z(), world);
      view.project(world[0], world[1], world[2], p);
      double radius = lamp.radius() * view.pixelsPerMetre(world[0], world[1], world[2]);
      if (front) {
        Glow.add(frame, p[0], p[1], radius, light.infrared() ? 110 : glare, white);
      } else {
        Glow.add(frame, p[0], p[1], radius * 0.9, light.infrared() ? 40 : 120, red);
      }
    }
  }
}
