package eu.passage.jobs.bench.rules;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.schemas.cameras.Camera;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A week over the border, the same for the same numbers. Of a thousand vehicles 400 are commuters,
 * 200 trucks, 5 buses that cross all day, 2 come by night and are gone within the hour; the others
 * pass through. Every vehicle passes at least once; what is left of the passages goes to those that
 * come often. One truck in five hundred does not leave on the day it came.
 */
final class BorderWeek {

  /** Monday, midnight in Brussels. */
  private static final long START = Instant.parse("2026-03-01T23:00:00Z").toEpochMilli();

  private static final int DAYS = 7;
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final String LETTERS = "ACEFHJKLMNPRTUVWXY"; // none is mistaken for another

  private enum Kind {
    COMMUTER(VehicleType.CAR, 1),
    TRUCK(VehicleType.TRUCK, 1.5),
    BUS(VehicleType.BUS, 8),
    DASH(VehicleType.CAR, 0.1),
    TRANSIT(VehicleType.CAR, 0.4);

    private final VehicleType type;
    private final double weight;

    Kind(VehicleType type, double weight) {
      this.type = type;
      this.weight = weight;
    }

    static Kind of(int vehicle) {
      int place = vehicle % 1000;
      if (place < 2) {
        return DASH;
      }
      if (place < 7) {
        return BUS;
      }
      return place < 207 ? TRUCK : place < 607 ? COMMUTER : TRANSIT;
    }
  }

  private static final double MEAN_WEIGHT =
      0.4 * Kind.COMMUTER.weight
          + 0.2 * Kind.TRUCK.weight
          + 0.005 * Kind.BUS.weight
          + 0.002 * Kind.DASH.weight
          + 0.393 * Kind.TRANSIT.weight;

  private final SplittableRandom random;
  private final double more;
  private final List<PassageFacts> made;

  private BorderWeek(int vehicles, int passages, long seed) {
    random = new SplittableRandom(seed);
    more = Math.max(0, (double) passages / vehicles - 1) / MEAN_WEIGHT;
    made = new ArrayList<>(passages + passages / 10);
  }

  /**
   * In order of time.
   *
   * @param passages about so many, at least one a vehicle
   */
  static PassageFacts[] of(int vehicles, int passages, long seed) {
    BorderWeek week = new BorderWeek(vehicles, passages, seed);
    for (int vehicle = 0; vehicle < vehicles; vehicle++) {
      week.vehicle(vehicle);
    }
    PassageFacts[] all = week.made.toArray(new PassageFacts[0]);
    Arrays.sort(all, PassageFacts.ORDER);
    return all;
  }

  private void vehicle(int number) {
    Kind kind = Kind.of(number);
    double exact = kind == Kind.DASH ? 2 : 1 + more * kind.weight;
    int left = (int) exact + (random.nextDouble() < exact % 1 ? 1 : 0);
    int days = Math.min(kind == Kind.COMMUTER ? 5 : DAYS, (left + 1) / 2);
    int first = kind == Kind.COMMUTER ? 0 : random.nextInt(DAYS - days + 1);
    for (int day = 0; day < days; day++) {
      int today = left / (days - day);
      left -= today;
      day(number, kind, START + (first + day) * DAY, today);
    }
  }

  /**
   * Over the border and back, twice when there are passages enough, and some cameras behind it; a
   * bus does nothing but cross.
   */
  private void day(int number, Kind kind, long midnight, int passages) {
    long[] times = times(number, kind, passages);
    boolean stays = kind == Kind.TRUCK && random.nextInt(500) == 0;
    boolean inside = number % 5 < 2 && kind == Kind.COMMUTER;
    int half = passages / 2;
    for (int i = 0; i < passages; i++) {
      boolean last = i == passages - 1;
      boolean turns = passages > 3 && (i == half - 1 || i == half);
      if (kind == Kind.BUS || kind == Kind.DASH || i == 0 || turns || (last && !stays)) {
        made.add(
            passage(number, kind, midnight + times[i], inside ? "BE" : "FR", inside ? "FR" : "BE"));
        inside = !inside;
      } else {
        made.add(passage(number, kind, midnight + times[i], "", ""));
      }
    }
  }

  /** Milliseconds after midnight, a minute apart at least: nobody is at two cameras at once. */
  private long[] times(int number, Kind kind, int passages) {
    long start =
        switch (kind) {
          // the same tour each day
          case COMMUTER -> (6 + number % 2) * HOUR + random.nextLong(20 * MINUTE);
          case TRUCK -> (3 + number % 9) * HOUR + random.nextLong(20 * MINUTE);
          case BUS -> 5 * HOUR + random.nextLong(HOUR);
          case DASH -> HOUR + random.nextLong(3 * HOUR);
          case TRANSIT -> 5 * HOUR + random.nextLong(14 * HOUR);
        };
    long stay =
        switch (kind) {
          case COMMUTER -> 9 * HOUR;
          case TRUCK -> 7 * HOUR;
          case BUS -> 18 * HOUR;
          case DASH -> 40 * MINUTE;
          case TRANSIT -> 2 * HOUR;
        };
    long[] times = new long[passages];
    for (int i = 0; i < passages; i++) {
      long step = stay / passages;
      times[i] = start + i * step + random.nextLong(Math.max(1, step / 2));
    }
    return times;
  }

  private PassageFacts passage(int number, Kind kind, long at, String from, String to) {
    List<Camera> cameras = from.isEmpty() ? BenchCameras.INLAND : BenchCameras.BORDER;
    Camera camera = cameras.get(random.nextInt(cameras.size()));
    return new PassageFacts.Builder(at, camera.id())
        .plate(plate(number), number % 5 < 2 ? "BE" : number % 5 < 4 ? "FR" : "NL")
        .crossing(from, to)
        .type(kind.type)
        .colour(Colour.values()[1 + number % (Colour.values().length - 1)])
        .confidence(0.8 + random.nextInt(20) / 100.0)
        .build();
  }

  /** One of its own for each number below 5.8 million, whatever is folded. */
  static String plate(int number) {
    StringBuilder text = new StringBuilder("1");
    int rest = number / 1000;
    for (int i = 0; i < 3; i++, rest /= LETTERS.length()) {
      text.append(LETTERS.charAt(rest % LETTERS.length()));
    }
    return text.append(String.format("%03d", number % 1000)).toString();
  }
}
