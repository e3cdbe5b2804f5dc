package eu.passage.jobs.bench.watch;

import eu.passage.avro.Colour;
import eu.passage.avro.Observation;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.jobs.scenario.TrueVehicle;
import eu.passage.recognition.render.PlateGenerator;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A month of passages and the list they are held against, the same for the same seed. Six of ten
 * passages are of vehicles that come about every day, the others of vehicles that come once. A few
 * of either kind are listed; the rest of the list never comes by.
 */
final class WatchMonth implements EntryList {

  private static final Instant BEGINS = Instant.parse("2026-03-01T00:00:00Z");
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final String[] COUNTRIES = {
    "BE", "BE", "BE", "BE", "BE", "FR", "FR", "FR", "FR", "NL"
  };
  private static final Colour[] COLOURS = {
    Colour.WHITE, Colour.BLACK, Colour.GREY, Colour.GREY, Colour.RED, Colour.BLUE, Colour.GREEN
  };
  private static final int ONCE_EVERY_LISTED_DAY = 20;

  private final long seed;
  private final int days;
  private final int perDay;
  private final List<Camera> cameras;
  private final ReaderErrors errors;
  private final List<TrueVehicle> regulars;
  private final PlateGenerator plates = new PlateGenerator();
  private final List<TrueVehicle> listed = new ArrayList<>();

  /** The places of listed vehicles in the list. */
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * @param perDay passages a day, a multiple of five
   * @param list how many entries
   */
  WatchMonth(
      long seed, int days, int perDay, int list, CameraCatalogue cameras, ReaderErrors errors) {
    this.seed = seed;
    this.days = days;
    this.perDay = perDay;
    this.cameras = List.copyOf(cameras.all());
    this.errors = errors;
    SplittableRandom random = new SplittableRandom(seed);
    int regular = perDay * 3 / 5;
    regulars = new ArrayList<>(regular);
    for (int i = 0; i < regular; i++) {
      regulars.add(vehicle(random));
    }
    int wanted = Math.min(ONCE_EVERY_LISTED_DAY, regular);
    for (int i = 0; i < wanted; i++) {
      list(regulars.get(i));
    }
    for (int day = 0; day < days && listed.size() < list; day++) {
      list(stranger(day, 0));
    }
    while (listed.size() < list) {
      list(vehicle(random));
    }
  }

  private void list(TrueVehicle vehicle) {
    if (places.putIfAbsent(key(vehicle), listed.size()) == null) {
      listed.add(vehicle);
    }
  }

  /** How many passages there are. */
  long passages() {
    return (long) days * perDay;
  }

  int days() {
    return days;
  }

  int perDay() {
    return perDay;
  }

  /** Where its cameras are. */
  List<String> zones() {
    return cameras.stream().map(Camera::zone).distinct().toList();
  }

  /** Who passes, from 0. */
  TrueVehicle vehicle(long passage) {
    int day = (int) (passage / perDay);
    int today = (int) (passage % perDay);
    int round = today / 5;
    int place = today % 5;
    return place < 3 ? regulars.get(round * 3 + place) : stranger(day, round * 2 + place - 3);
  }

  Instant at(long passage) {
    int day = (int) (passage / perDay);
    long today = passage % perDay;
    return BEGINS.plusMillis(day * DAY + today * (DAY / perDay));
  }

  /** Which passage a moment belongs to. */
  long passage(Instant at) {
    long since = Duration.between(BEGINS, at).toMillis();
    return since / DAY * perDay + since % DAY / (DAY / perDay);
  }

  /** The one frame of a passage, as the recognition job would have told it. */
  Observation observation(long passage) {
    TrueVehicle vehicle = vehicle(passage);
    SplittableRandom random = new SplittableRandom(seed ^ (passage + 1) * 0x9e3779b97f4a7c15L);
    Camera camera = cameras.get(random.nextInt(cameras.size()));
    Instant at = at(passage);
    return Observation.newBuilder()
        .setObservationId("observation-" + passage)
        .setFrameId("frame-" + passage)
        .setCameraId(camera.id())
        .setCapturedAt(at)
        .setReceivedAt(at)
        .setPlate(errors.plate(vehicle, random))
        .setType(errors.type(vehicle, random))
        .setColour(errors.colour(vehicle, random))
        .setImageSha256("0".repeat(64))
        .setFrameWidth(1280)
        .setFrameHeight(720)
        .setModelVersion("1/1/1")
        .build();
  }

  /** The list. */
  List<TrueVehicle> listed() {
    return Collections.unmodifiableList(listed);
  }

  /** A vehicle's place in the list; -1 for one that is not on it. */
  int place(TrueVehicle vehicle) {
    return places.getOrDefault(key(vehicle), -1);
  }

  /** The place in the list that an entry's id names. */
  static int place(String entryId) {
    return Integer.parseInt(entryId.substring(entryId.indexOf('-') + 1));
  }

  @Override
  public int size() {
    return listed.size();
  }

  @Override
  public WatchEntry entry(int place) {
    TrueVehicle vehicle = listed.get(place);
    return WatchEntry.newBuilder()
        .setEntryId("month-" + place)
        .setVersion(1)
        .setStatus(WatchStatus.APPROVED)
        .setPlate(vehicle.plate())
        .setCountry(vehicle.country())
        .setType(vehicle.type())
        .setColour(vehicle.colour())
        .setAction(WatchAction.OBSERVE)
        .setOffence("stolen-vehicle")
        .setLegalBasis("Police function act, art. 44/11/3sexies")
        .setPurpose("judicial")
        .setCaseNumber("SIM-" + place)
        .setRequester("simulated-investigator")
        .setApprover("simulated-magistrate")
        .setStartsAt(BEGINS.minus(Duration.ofDays(1)))
        .setExpiresAt(BEGINS.plus(Duration.ofDays(days + 1L)))
        .setMadeAt(BEGINS.minus(Duration.ofDays(1)))
        .setRecipients(new ArrayList<>(List.of("police-be")))
        .build();
  }

  private TrueVehicle stranger(int day, int place) {
    return vehicle(new SplittableRandom(seed * 31 + day * 1_000_003L + place));
  }

  private TrueVehicle vehicle(SplittableRandom random) {
    double kind = random.nextDouble();
    VehicleType type =
        kind < 0.8
            ? VehicleType.CAR
            : kind < 0.9 ? VehicleType.VAN : kind < 0.99 ? VehicleType.TRUCK : VehicleType.BUS;
    var plate = plates.generate(COUNTRIES[random.nextInt(COUNTRIES.length)], type, random);
    return new TrueVehicle(
        plate.text(),
        plate.country(),
        plate.series(),
        type,
        COLOURS[random.nextInt(COLOURS.length)]);
  }

  /** Its plate with the country. */
  static String key(TrueVehicle vehicle) {
    return vehicle.country() + ":" + vehicle.plate();
  }
}
