package eu.passage.jobs.scenario;

import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * A car wanted for aggravated theft that comes past a camera inland every night and is over the
 * border minutes later. It draws by a lot of its own: all other traffic is as it is without it.
 */
final class WantedByNight {

  private static final String SEEN = "01:40";

  private final InlandApproach approach;
  private final TrueVehicle car;
  private final Random random;

  WantedByNight(InlandApproach approach, Fleet fleet, long seed) {
    this.approach = approach;
    random = new Random(~seed);
    car = fleet.vehicle(VehicleType.CAR, BorderCameras.BELGIUM, random);
  }

  /** Adds one night, after everything else of the day. */
  void tell(Day day, Timeline timeline) {
    Instant seen = timeline.firstFree(approach.camera(), day.about(SEEN, random));
    timeline.addInland(Story.WANTED_BY_NIGHT, car, approach.camera(), approach.way(), seen, random);
    Duration onTheRoad = approach.fastest().plusSeconds(180 + random.nextInt(120));
    timeline.add(
        Story.WANTED_BY_NIGHT,
        car,
        approach.border(),
        approach.entered(),
        seen.plus(onTheRoad),
        random);
  }

  WatchEntry entry(Instant begins) {
    return Watched.entry(car, WatchAction.STOP, "aggravated-theft", begins);
  }
}
