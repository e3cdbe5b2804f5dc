package eu.passage.jobs.scenario;

import static eu.passage.jobs.scenario.BorderCameras.BELGIUM;
import static eu.passage.jobs.scenario.BorderCameras.FRANCE;

import eu.passage.avro.VehicleType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * What analysts look for, told anew every day, each beside something that nearly looks the same and
 * must raise nothing.
 */
final class BorderStories {

  /** A Belgian taxi's plate, of today's series and of the one before. */
  private static final Pattern TAXI = Pattern.compile(".?T.{5}");

  private static final int SHUTTLE_CROSSINGS = 8;

  /** One fewer than the six that a rule asks for. */
  private static final int BUSY_CROSSINGS = 5;

  private static final Duration BEHIND = Duration.ofSeconds(9);

  private final BorderCameras cameras;
  private final Fleet fleet;
  private final Watched watched;

  BorderStories(BorderCameras cameras, Fleet fleet, Watched watched) {
    this.cameras = cameras;
    this.fleet = fleet;
    this.watched = watched;
  }

  /** Adds one day. */
  void tell(Day day, Timeline timeline, Random random) {
    nightDash(day, timeline, random);
    nightWorker(day, timeline, random);
    watchedVehicles(day, timeline, random);
    truckThatStays(day, timeline, random);
    shuttle(day, timeline, random);
    busyDriver(day, timeline, random);
    pair(day, timeline, random);
  }

  private void nightDash(Day day, Timeline timeline, Random random) {
    TrueVehicle vehicle = fleet.vehicle(VehicleType.CAR, FRANCE, random);
    Instant in = day.about("02:10", random);
    Instant out = in.plus(Duration.ofMinutes(35 + random.nextInt(40)));
    int entry = random.nextInt(cameras.size());
    timeline.add(Story.NIGHT_DASH, vehicle, cameras.get(entry), BELGIUM, in, random);
    timeline.add(Story.NIGHT_DASH, vehicle, cameras.get(entry + 1), FRANCE, out, random);
  }

  /** In and out by night, but by the same road: nearly a night dash. */
  private void nightWorker(Day day, Timeline timeline, Random random) {
    TrueVehicle vehicle = fleet.vehicle(VehicleType.CAR, BELGIUM, random);
    int camera = random.nextInt(cameras.size());
    timeline.add(
        Story.NIGHT_WORKER,
        vehicle,
        cameras.get(camera),
        BELGIUM,
        day.about("03:05", random),
        random);
    timeline.add(
        Story.NIGHT_WORKER,
        vehicle,
        cameras.get(camera),
        FRANCE,
        day.about("04:05", random),
        random);
  }

  private void watchedVehicles(Day day, Timeline timeline, Random random) {
    int camera = random.nextInt(cameras.size());
    timeline.add(
        Story.WATCHED,
        watched.car(),
        cameras.get(camera),
        BELGIUM,
        day.about("05:05", random),
        random);
    timeline.add(
        Story.WATCHED,
        watched.car(),
        cameras.get(camera + 2),
        FRANCE,
        day.about("19:30", random),
        random);
    timeline.add(
        Story.WATCHED,
        watched.van(),
        cameras.get(camera + 1),
        FRANCE,
        day.about("09:40", random),
        random);
    timeline.add(
        Story.ONCE_WATCHED,
        watched.expired(),
        cameras.get(camera),
        FRANCE,
        day.about("10:25", random),
        random);
  }

  private void truckThatStays(Day day, Timeline timeline, Random random) {
    timeline.add(
        Story.TRUCK_STAYS,
        fleet.any(VehicleType.TRUCK, random),
        cameras.get(random.nextInt(cameras.size())),
        BELGIUM,
        day.about("05:20", random),
        random);
  }

  /** By daylight, so that no night rule has a part in it. */
  private void shuttle(Day day, Timeline timeline, Random random) {
    backAndForth(Story.SHUTTLE, SHUTTLE_CROSSINGS, day.about("05:40", random), timeline, random);
  }

  private void busyDriver(Day day, Timeline timeline, Random random) {
    backAndForth(Story.BUSY_DRIVER, BUSY_CROSSINGS, day.about("08:20", random), timeline, random);
  }

  private void backAndForth(
      Story story, int crossings, Instant start, Timeline timeline, Random random) {
    TrueVehicle vehicle = fleet.vehicle(VehicleType.CAR, BELGIUM, random);
    while (TAXI.matcher(vehicle.plate()).matches()) {
      // a taxi may cross as often as it likes: the shipped rule leaves it alone
      vehicle = fleet.vehicle(VehicleType.CAR, BELGIUM, random);
    }
    Instant at = start;
    for (int i = 0; i < crossings; i++) {
      String to = i % 2 == 0 ? FRANCE : BELGIUM;
      timeline.add(story, vehicle, cameras.get(random.nextInt(cameras.size())), to, at, random);
      at = at.plus(Duration.ofMinutes(30 + random.nextInt(20)));
    }
  }

  /** Two cars seconds apart at all three cameras within two hours. */
  private void pair(Day day, Timeline timeline, Random random) {
    List<TrueVehicle> two =
        List.of(
            fleet.vehicle(VehicleType.CAR, FRANCE, random),
            fleet.vehicle(VehicleType.CAR, FRANCE, random));
    Instant at = day.about("12:35", random);
    for (int i = 0; i < 3; i++) {
      String to = i % 2 == 0 ? BELGIUM : FRANCE;
      Instant free = timeline.firstFree(cameras.get(i), at);
      timeline.addAt(Story.PAIR, two.get(0), cameras.get(i), to, free, random);
      timeline.addAt(Story.PAIR, two.get(1), cameras.get(i), to, free.plus(BEHIND), random);
      at = at.plus(Duration.ofMinutes(25 + random.nextInt(10)));
    }
  }
}
