package eu.passage.jobs.scenario;

import static eu.passage.jobs.scenario.BorderCameras.BELGIUM;
import static eu.passage.jobs.scenario.BorderCameras.FRANCE;

import eu.passage.avro.VehicleType;
import eu.passage.jobs.scenario.ScenarioSettings.Traffic;
import eu.passage.schemas.cameras.Camera;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The traffic that nobody asks about. */
final class EverydayTraffic {

  private final Traffic perDay;
  private final BorderCameras cameras;
  private final Fleet fleet;
  private final List<TrueVehicle> commuters = new ArrayList<>();
  private final List<TrueVehicle> trucks = new ArrayList<>();
  private final List<TrueVehicle> buses = new ArrayList<>();

  EverydayTraffic(Traffic perDay, BorderCameras cameras, Fleet fleet, Random random) {
    this.perDay = perDay;
    this.cameras = cameras;
    this.fleet = fleet;
    for (int i = 0; i < perDay.commuters(); i++) {
      String country = i % 2 == 0 ? FRANCE : BELGIUM;
      commuters.add(fleet.vehicle(VehicleType.CAR, country, random));
    }
    for (int i = 0; i < perDay.trucks(); i++) {
      trucks.add(fleet.any(VehicleType.TRUCK, random));
    }
    for (int i = 0; i < perDay.buses(); i++) {
      buses.add(fleet.vehicle(VehicleType.BUS, BELGIUM, random));
    }
  }

  /** Adds one day. */
  void tell(Day day, Timeline timeline, Random random) {
    onceOnly(day, timeline, random);
    motorcycles(day, timeline, random);
    if (day.isWorkday()) {
      commute(day, timeline, random);
    }
    rounds(day, timeline, random);
    busLines(day, timeline, random);
  }

  private void onceOnly(Day day, Timeline timeline, Random random) {
    for (int i = 0; i < perDay.onceOnly(); i++) {
      String to = random.nextBoolean() ? BELGIUM : FRANCE;
      Camera camera = cameras.get(random.nextInt(cameras.size()));
      TrueVehicle vehicle = fleet.carOrVan(random);
      timeline.add(
          Story.ONCE_ONLY, vehicle, camera, to, day.between("05:30", "23:30", random), random);
    }
    // One truck a day drives through and is seen on its way out.
    timeline.add(
        Story.TRUCK_LEAVES,
        fleet.any(VehicleType.TRUCK, random),
        cameras.get(random.nextInt(cameras.size())),
        FRANCE,
        day.between("06:00", "07:30", random),
        random);
  }

  /** Motorcycles have no front plate: they can only be read from behind. */
  private void motorcycles(Day day, Timeline timeline, Random random) {
    for (int i = 0; i < perDay.motorcycles(); i++) {
      Camera camera = cameras.get(random.nextInt(cameras.size()));
      timeline.add(
          Story.MOTORCYCLE,
          fleet.any(VehicleType.MOTORCYCLE, random),
          camera,
          BorderCameras.entersReceding(camera),
          day.between("08:00", "20:00", random),
          random);
    }
  }

  private void commute(Day day, Timeline timeline, Random random) {
    for (int i = 0; i < commuters.size(); i++) {
      TrueVehicle vehicle = commuters.get(i);
      String home = i % 2 == 0 ? FRANCE : BELGIUM;
      String work = home.equals(FRANCE) ? BELGIUM : FRANCE;
      Camera camera = cameras.get(i);
      timeline.add(
          Story.COMMUTER, vehicle, camera, work, day.between("06:45", "08:15", random), random);
      timeline.add(
          Story.COMMUTER, vehicle, camera, home, day.between("16:30", "18:15", random), random);
    }
  }

  private void rounds(Day day, Timeline timeline, Random random) {
    for (int i = 0; i < trucks.size(); i++) {
      TrueVehicle truck = trucks.get(i);
      timeline.add(
          Story.TRUCK_ROUND,
          truck,
          cameras.get(i),
          BELGIUM,
          day.between("05:30", "08:30", random),
          random);
      timeline.add(
          Story.TRUCK_ROUND,
          truck,
          cameras.get(i + 1),
          FRANCE,
          day.between("11:00", "15:30", random),
          random);
    }
  }

  /** Four crossings a day: fewer than the six that a rule asks for. */
  private void busLines(Day day, Timeline timeline, Random random) {
    for (TrueVehicle bus : buses) {
      String[] departures = {"07:05", "09:05", "15:05", "17:05"};
      for (int i = 0; i < departures.length; i++) {
        String to = i % 2 == 0 ? FRANCE : BELGIUM;
        timeline.add(Story.BUS, bus, cameras.get(0), to, day.about(departures[i], random), random);
      }
    }
  }
}
