package eu.passage.jobs.endure;

import eu.passage.avro.TollStatus;
import eu.passage.jobs.endure.Point.Levy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What every passage owes, worked out beside the code under test: the prices of {@code
 * tariffs.yaml} once more, in whole ten-thousandths.
 */
final class Truth {

  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  private static final float BILLED_FROM = 0.8f;

  private static final long RING_CAP = 62_500;
  private static final long RING_UNKNOWN = 24_000;
  private static final long RING_EURO_3_AND_4 = 24_000;
  private static final long RING_EURO_5 = 18_350;
  private static final long RING_EURO_6 = 12_345;
  private static final long BRIDGE = 31_000;

  private static final Comparator<TruePassage> BY_TIME =
      Comparator.comparing(TruePassage::at).thenComparing(passage -> passage.id());

  private record Day(String vehicle, LocalDate day) {}

  private final Map<String, Owed> owed = new HashMap<>();
  private final Map<Day, Long> left = new HashMap<>();

  private Truth(List<TruePassage> passages) {
    passages.stream().sorted(BY_TIME).forEach(passage -> owed.put(passage.id(), of(passage)));
  }

  /** By the ids of the passages. */
  static Map<String, Owed> of(List<TruePassage> passages) {
    return new Truth(passages).owed;
  }

  private Owed of(TruePassage passage) {
    Vehicle vehicle = passage.charged();
    Levy levy = passage.point().levy();
    // the ring's price goes by the Euro class, which nobody knows of a vehicle that is not
    // registered
    boolean assumed = levy == Levy.RING && !vehicle.registered();
    TollStatus status =
        assumed || passage.sure() < BILLED_FROM ? TollStatus.REVIEW : TollStatus.FINAL;
    return switch (levy) {
      case NONE -> new Owed(vehicle.plate(), status, "", 0);
      case BRIDGE -> new Owed(vehicle.plate(), status, "bridge", isExempt(vehicle) ? 0 : BRIDGE);
      case RING ->
          new Owed(vehicle.plate(), status, "ring", isExempt(vehicle) ? 0 : capped(passage));
    };
  }

  private static boolean isExempt(Vehicle vehicle) {
    return vehicle.registered() && vehicle.military();
  }

  /** Of a day's cap the first passages take their price, one takes what is left, others nothing. */
  private long capped(TruePassage passage) {
    Day day = new Day(passage.vehicle(), passage.at().atZone(ZONE).toLocalDate());
    long before = left.getOrDefault(day, RING_CAP);
    long amount = Math.min(before, ring(passage.charged()));
    left.put(day, before - amount);
    return amount;
  }

  private static long ring(Vehicle vehicle) {
    if (!vehicle.registered()) {
      return RING_UNKNOWN;
    }
    return switch (vehicle.euroClass()) {
      case 3, 4 -> RING_EURO_3_AND_4;
      case 5 -> RING_EURO_5;
      case 6 -> RING_EURO_6;
      default -> throw new IllegalStateException("no such truck: " + vehicle);
    };
  }
}
