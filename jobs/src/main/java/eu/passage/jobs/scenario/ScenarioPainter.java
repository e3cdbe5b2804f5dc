package eu.passage.jobs.scenario;

import eu.passage.avro.Direction;
import eu.passage.recognition.render.Conditions;
import eu.passage.recognition.render.FrameRenderer;
import eu.passage.recognition.render.NumberPlate;
import eu.passage.recognition.render.Pose;
import eu.passage.recognition.render.RoadCamera;
import eu.passage.recognition.render.SceneVehicle;
import java.time.LocalTime;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Draws the frames of a scenario: the same frame always gives the same picture. For one thread. */
public final class ScenarioPainter implements Function<TrueFrame, byte[]> {

  /** Sunrise and sunset at Estaimpuis in the first days of March, to the quarter of an hour. */
  private static final LocalTime SUNRISE = LocalTime.of(7, 15);

  private static final LocalTime SUNSET = LocalTime.of(18, 30);

  private final long seed;
  private final BiFunction<Boolean, RandomGenerator, Conditions> weather;
  private final FrameRenderer renderer = new FrameRenderer();

  /** Light and weather as they come: by the time of day, with haze, blur, noise and dirt. */
  public ScenarioPainter(long seed) {
    this(seed, Conditions::draw);
  }

  private ScenarioPainter(long seed, BiFunction<Boolean, RandomGenerator, Conditions> weather) {
    this.seed = seed;
    this.weather = weather;
  }

  /** Always broad daylight and clear air: for what is not about reading in the dark. */
  public static ScenarioPainter inClearDaylight(long seed) {
    return new ScenarioPainter(seed, (night, lot) -> Conditions.plain());
  }

  /** By the time of day, but always blurred, noisy and dirty: single frames are often misread. */
  public static ScenarioPainter inHarshConditions(long seed) {
    return new ScenarioPainter(seed, Conditions::harsh);
  }

  /** The picture as JPEG, 1280 x 720 pixels. */
  @Override
  public byte[] apply(TrueFrame frame) {
    TruePassage passage = frame.passage();
    // What holds for the whole passage is drawn from the same lot for each of its frames.
    SplittableRandom lot = new SplittableRandom(31 * seed + passage.number());
    RoadCamera camera = new RoadCamera(passage.cameraId(), passage.cameraId().hashCode());
    Pose.Facing facing =
        passage.direction() == Direction.APPROACHING ? Pose.Facing.FRONT : Pose.Facing.REAR;
    Pose pose = camera.passage(facing, passage.frames(), lot).get(frame.index());
    Conditions conditions = weather.apply(isNight(passage), lot);
    SplittableRandom noise = new SplittableRandom(lot.nextLong() + frame.index());
    return renderer.render(camera, scene(passage.vehicle()), pose, conditions, noise).jpeg();
  }

  /** A vehicle looks the same wherever it passes. */
  private static SceneVehicle scene(TrueVehicle vehicle) {
    NumberPlate plate = new NumberPlate(vehicle.country(), vehicle.series(), vehicle.plate());
    return SceneVehicle.of(vehicle.type(), vehicle.colour(), plate, vehicle.plate().hashCode());
  }

  private static boolean isNight(TruePassage passage) {
    LocalTime time = passage.at().atZone(ScenarioSettings.ZONE).toLocalTime();
    return time.isBefore(SUNRISE) || time.isAfter(SUNSET);
  }
}
