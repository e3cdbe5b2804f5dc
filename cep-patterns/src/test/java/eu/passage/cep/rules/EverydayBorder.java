package eu.passage.cep.rules;

import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.wording.Wording;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Some weeks at the border in which nothing happens that police should be told of: commuters, shift
 * workers, school runs, shoppers, guests who go home at night, deliveries, buses, taxis, trucks,
 * strangers. Shares are guesses of a border commune's; {@link ImperfectCamera} sees it.
 */
final class EverydayBorder {

  private static final int MINUTES_OF_DAY = 24 * 60;
  private static final String BELGIUM = "BE";
  private static final String FRANCE = "FR";

  private final Random random;
  private final LocalDate first;
  private final int days;
  private final ImperfectCamera camera;
  private final List<List<PassageFacts>> vehicles = new ArrayList<>();

  private EverydayBorder(long seed, LocalDate first, int days) {
    this.random = new Random(seed);
    this.first = first;
    this.days = days;
    this.camera = new ImperfectCamera(random);
  }

  /**
   * The passages of each vehicle, in the order of time.
   *
   * @param size 1 for about 1,500 passages on a working day
   */
  static List<List<PassageFacts>> vehicles(long seed, LocalDate first, int days, int size) {
    EverydayBorder border = new EverydayBorder(seed, first, days);
    for (int i = 0; i < size; i++) {
      border.people();
      border.trade();
      border.strangers();
    }
    return border.vehicles;
  }

  private void people() {
    each(220, VehicleType.CAR, this::commutes);
    each(24, VehicleType.CAR, this::worksInShifts);
    each(30, VehicleType.CAR, this::bringsChildren);
    each(250, VehicleType.CAR, this::shops);
    each(60, VehicleType.CAR, this::visitsFriends);
    each(30, VehicleType.CAR, this::fetchesSomebody);
  }

  private void trade() {
    each(4, VehicleType.VAN, this::delivers);
    each(2, VehicleType.VAN, this::bringsNewspapers);
    each(3, VehicleType.BUS, this::followsTimetable);
    each(40, VehicleType.TRUCK, this::makesItsRound);
    for (int i = 0; i < 15; i++) {
      vehicle(camera.belgian(VehicleType.TRUCK), this::comesHome);
    }
    for (int i = 0; i < 3; i++) {
      vehicle(camera.taxi(), this::drivesPassengers);
    }
  }

  private void strangers() {
    each(days * 220, VehicleType.CAR, this::passesThrough);
    each(days * 25, VehicleType.CAR, this::comesForADay);
    each(days * 12, VehicleType.TRUCK, this::passesThrough);
  }

  private interface Life {
    void live(Vehicle vehicle);
  }

  private void each(int many, VehicleType type, Life life) {
    for (int i = 0; i < many; i++) {
      vehicle(camera.vehicle(type), life);
    }
  }

  private void vehicle(ImperfectCamera.Seen seen, Life life) {
    Vehicle vehicle = new Vehicle(seen);
    life.live(vehicle);
    vehicle.passages.sort(PassageFacts.ORDER);
    vehicles.add(vehicle.passages);
  }

  private void commutes(Vehicle v) {
    int start = between(6 * 60, 9 * 60);
    for (LocalDate day : workdays()) {
      if (random.nextInt(10) > 0) {
        v.crosses(day, about(start, 10), v.abroad());
        if (random.nextInt(12) == 0) {
          v.crosses(day, about(12 * 60, 15), v.home);
          v.crosses(day, about(13 * 60, 15), v.abroad());
        }
        v.crosses(day, about(start + 9 * 60, 40), v.home);
      }
    }
  }

  private void worksInShifts(Vehicle v) {
    int[] starts = {6 * 60, 14 * 60, 22 * 60};
    int offset = random.nextInt(starts.length);
    for (LocalDate day : workdays()) {
      int start = starts[(int) (day.toEpochDay() / 7 + offset) % starts.length];
      v.crosses(day, about(start - 30, 8), v.abroad());
      v.crosses(day, about(start + 8 * 60 + 15, 8), v.home);
    }
  }

  private void bringsChildren(Vehicle v) {
    for (LocalDate day : workdays()) {
      int morning = about(8 * 60 + 15, 8);
      v.crosses(day, morning, v.abroad());
      v.crosses(day, morning + between(7, 20), v.home);
      int afternoon = about(16 * 60, 10);
      v.crosses(day, afternoon, v.abroad());
      v.crosses(day, afternoon + between(7, 30), v.home);
    }
  }

  private void shops(Vehicle v) {
    for (LocalDate day : all()) {
      if (random.nextInt(5) == 0) {
        int out = between(9 * 60, 19 * 60);
        v.crosses(day, out, v.abroad());
        v.crosses(day, out + between(8, 120), v.home);
      }
    }
  }

  private void visitsFriends(Vehicle v) {
    for (LocalDate day : all()) {
      boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.FRIDAY.getValue();
      if (random.nextInt(weekend ? 5 : 30) == 0) {
        int out = between(18 * 60, 21 * 60);
        v.crosses(day, out, v.abroad());
        v.crosses(day, out + between(150, 480), v.home);
      }
      if (random.nextInt(3) == 0) {
        v.crosses(day, between(8 * 60, 12 * 60), v.abroad());
        v.crosses(day, between(13 * 60, 17 * 60), v.home);
      }
    }
  }

  private void fetchesSomebody(Vehicle v) {
    commutes(v);
    for (LocalDate day : all()) {
      if (random.nextInt(25) == 0) {
        int out = between(22 * 60, 27 * 60);
        v.crosses(day, out, v.abroad());
        v.crosses(day, out + between(15, 60), v.home);
      }
    }
  }

  private void delivers(Vehicle v) {
    for (LocalDate day : workdays()) {
      int at = between(7 * 60, 8 * 60);
      for (int i = 0, stops = 2 * between(1, 5); i < stops; i++) {
        v.crosses(day, at, i % 2 == 0 ? v.abroad() : v.home);
        at += between(20, 90);
      }
    }
  }

  private void bringsNewspapers(Vehicle v) {
    for (LocalDate day : all()) {
      int at = about(2 * 60 + 30, 10);
      for (int i = 0; i < 4; i++) {
        v.crosses(day, at, i % 2 == 0 ? v.abroad() : v.home);
        at += between(15, 40);
      }
    }
  }

  private void followsTimetable(Vehicle v) {
    for (LocalDate day : all()) {
      for (int hour = 6; hour < 22; hour++) {
        v.crosses(day, about(hour * 60 + 5, 3), v.abroad(), v.usual);
        v.crosses(day, about(hour * 60 + 14, 3), v.home, v.usual);
      }
    }
  }

  private void makesItsRound(Vehicle v) {
    for (LocalDate day : workdays()) {
      v.crosses(day, between(5 * 60 + 30, 9 * 60), BELGIUM);
      v.crosses(day, between(11 * 60, 17 * 60), FRANCE);
    }
  }

  private void comesHome(Vehicle v) {
    for (LocalDate day : workdays()) {
      v.crosses(day, between(4 * 60, 7 * 60), FRANCE);
      v.crosses(day, between(15 * 60, 19 * 60), BELGIUM);
    }
  }

  private void drivesPassengers(Vehicle v) {
    for (LocalDate day : all()) {
      for (int i = 0, trips = between(2, 7); i < trips; i++) {
        int out = between(6 * 60, 26 * 60);
        v.crosses(day, out, v.abroad());
        v.crosses(day, out + between(8, 45), v.home);
      }
    }
  }

  private void passesThrough(Vehicle v) {
    boolean night = random.nextInt(20) == 0;
    int at = night ? between(0, 5 * 60) : between(5 * 60, MINUTES_OF_DAY);
    v.crosses(anyDay(), at, v.abroad());
  }

  private void comesForADay(Vehicle v) {
    LocalDate day = anyDay();
    boolean night = random.nextInt(25) == 0;
    int in = night ? between(0, 5 * 60) : between(9 * 60, 15 * 60);
    v.crosses(day, in, v.abroad());
    v.crosses(day, in + between(5, 12 * 60), v.home);
  }

  private List<LocalDate> all() {
    return first.datesUntil(first.plusDays(days)).toList();
  }

  private List<LocalDate> workdays() {
    return all().stream()
        .filter(day -> day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue())
        .toList();
  }

  private LocalDate anyDay() {
    return first.plusDays(random.nextInt(days));
  }

  private int between(int from, int to) {
    return from + random.nextInt(to - from);
  }

  private int about(int minute, int spread) {
    return minute + (int) (random.nextGaussian() * spread);
  }

  /** Where it is at home, which way it mostly goes, and where it was seen. */
  private final class Vehicle {

    private final ImperfectCamera.Seen seen;
    private final String home;
    private final int usual = random.nextInt(3);
    private final List<PassageFacts> passages = new ArrayList<>();

    Vehicle(ImperfectCamera.Seen seen) {
      this.seen = seen;
      this.home = seen.country().equals(FRANCE) ? FRANCE : BELGIUM;
    }

    String abroad() {
      return home.equals(FRANCE) ? BELGIUM : FRANCE;
    }

    void crosses(LocalDate day, int minute, String to) {
      crosses(day, minute, to, random.nextInt(6) == 0 ? random.nextInt(3) : usual);
    }

    void crosses(LocalDate day, int minute, String to, int at) {
      long midnight = day.atStartOfDay(Wording.ZONE).toInstant().toEpochMilli();
      long millis =
          midnight
              + TimeUnit.MINUTES.toMillis(minute)
              + random.nextInt((int) TimeUnit.MINUTES.toMillis(1));
      passages.addAll(camera.sees(seen, millis, to.equals(BELGIUM) ? FRANCE : BELGIUM, to, at));
    }
  }
}
