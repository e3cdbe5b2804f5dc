package eu.passage.jobs.tolls.books;

import eu.passage.cep.counts.Slots;
import eu.passage.cep.toll.reconcile.CameraDown;
import eu.passage.cep.toll.reconcile.SilentTimes;
import eu.passage.cep.toll.reconcile.Traffic;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.cameras.Camera;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the cameras at charging points counted on a day, and when they were silent. */
public final class TrafficReader {

  private final PassageConfig config;
  private final Clock clock;

  public TrafficReader(PassageConfig config) {
    this(config, Clock.systemUTC());
  }

  TrafficReader(PassageConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * The traffic of a local day. A point at which nothing was counted is there with 0.
   *
   * @throws eu.passage.jobs.kafka.NoAnswerException when the broker or the registry does not answer
   */
  public Traffic of(LocalDate day, ZoneId zone) {
    Days days = Days.of(day, zone);
    Duration around = config.tollArchive().statistics().silentAfter();
    Slots slots =
        new CountReader(config).between(days.start().minus(around), days.end().plus(around));
    return new Traffic(vehicles(slots, days), silent(slots, days));
  }

  private Map<String, Long> vehicles(Slots slots, Days days) {
    Map<String, Long> vehicles = new TreeMap<>();
    for (Camera camera : config.cameras()) {
      if (camera.chargingPoint() != null) {
        vehicles.put(camera.chargingPoint(), 0L);
      }
    }
    slots
        .byPoint()
        .forEach(
            (point, counts) ->
                counts.values().stream()
                    .filter(count -> days.has(count.getStartsAt()))
                    .forEach(count -> vehicles.merge(point, Slots.vehicles(count), Long::sum)));
    return vehicles;
  }

  private List<CameraDown> silent(Slots slots, Days days) {
    SilentTimes times = new SilentTimes(config.tollArchive().statistics().silentAfter());
    // The slot that runs is not over, and the one before it may just be on its way
    Instant toldUntil = clock.instant().minus(config.detection().counts().slot().multipliedBy(2));
    List<CameraDown> silent = new ArrayList<>();
    config.cameras().stream()
        .sorted(Comparator.comparing(Camera::id))
        .forEach(
            camera ->
                silent.addAll(
                    times.of(camera, slots.of(camera.id()), days.start(), days.end(), toldUntil)));
    return silent;
  }
}
