package eu.passage.recognition.render;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.recognition.render.FrameRenderer.Placed;
import eu.passage.recognition.render.Pose.Facing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** An endless, seeded series of frames that differ in everything a camera meets. */
public final class RandomFrames {

  /** Frames drawn at one camera head before the next one, since a background takes time. */
  private static final int STAY = 10;

  private static final double EMPTY = 0.06;
  private static final double PLATELESS = 0.08;
  private static final double SECOND = 0.18;

  /** What a border road in Wallonia sees; the rest is drawn evenly. */
  private static final List<String> FREQUENT =
      List.of("BE", "BE", "BE", "BE", "FR", "FR", "FR", "NL", "DE", "LU", "GB");

  private static final List<Colour> COLOURS =
      List.of(Colour.values()).stream().filter(c -> c != Colour.UNKNOWN).toList();
  private static final List<Colour> COMMON =
      List.of(Colour.WHITE, Colour.BLACK, Colour.GREY, Colour.GREY, Colour.BLUE, Colour.RED);
  private static final List<VehicleType> TYPES =
      List.of(
          VehicleType.CAR,
          VehicleType.CAR,
          VehicleType.CAR,
          VehicleType.VAN,
          VehicleType.VAN,
          VehicleType.TRUCK,
          VehicleType.TRUCK,
          VehicleType.BUS,
          VehicleType.MOTORCYCLE);

  /** A frame and the conditions it was drawn under. */
  public record Sample(RenderedFrame frame, Conditions conditions) {}

  private final SplittableRandom random;
  private final FrameRenderer renderer = new FrameRenderer();
  private final PlateGenerator plates = new PlateGenerator();
  private final List<String> countries = List.copyOf(plates.countries());
  private RoadCamera camera;
  private Facing facing = Facing.FRONT;
  private boolean night;
  private int drawn;

  /** The same seed gives the same frames. */
  public RandomFrames(long seed) {
    random = new SplittableRandom(seed);
    camera = new RoadCamera("training", random.nextLong());
  }

  /** The next frame. */
  public Sample next() {
    if (drawn++ % STAY == 0) {
      camera = new RoadCamera("training", random.nextLong());
      facing = random.nextBoolean() ? Facing.FRONT : Facing.REAR;
      night = random.nextInt(10) < 3;
    }
    Conditions conditions = Conditions.draw(night, random);
    List<Placed> vehicles = new ArrayList<>();
    if (random.nextDouble() >= EMPTY) {
      SceneVehicle vehicle = vehicle(pick(TYPES));
      vehicles.add(new Placed(vehicle, camera.passage(facing, 1, random).get(0)));
      if (random.nextDouble() < SECOND) {
        VehicleType other = random.nextInt(3) > 0 ? VehicleType.CAR : VehicleType.VAN;
        vehicles.add(new Placed(vehicle(other), camera.beside(facing, random)));
      }
    }
    return new Sample(renderer.render(camera, facing, vehicles, conditions, random), conditions);
  }

  private SceneVehicle vehicle(VehicleType type) {
    Colour colour = random.nextInt(3) == 0 ? pick(COMMON) : pick(COLOURS);
    String country = random.nextInt(5) == 0 ? pick(countries) : pick(FREQUENT);
    Optional<NumberPlate> plate =
        random.nextDouble() < PLATELESS
            ? Optional.empty()
            : Optional.of(plates.generate(country, type, random));
    return new SceneVehicle(type, colour, plate, plate, random.nextLong());
  }

  private <T> T pick(List<T> list) {
    return pick(list, random);
  }

  private static <T> T pick(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }
}
