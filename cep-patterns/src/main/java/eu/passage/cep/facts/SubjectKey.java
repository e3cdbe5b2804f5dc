package eu.passage.cep.facts;

import eu.passage.schemas.plates.VehicleKey;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What histories are keyed by: a vehicle, or vehicles that travel together. The vehicle's key is
 * {@link VehicleKey} as one long: exact for plates of up to ten characters, and no European plate
 * has more. All other keys are hashes of 63 bits.
 */
public final class SubjectKey {

  private static final String FOLDED = "0123456789ACEFHJKLMNPRTUVWXYÄÖÜ";
  private static final int EXACT_LENGTH = 10;
  private static final int BITS = 5;

  /** The place in {@link #FOLDED} of each digit of a plate's code once it is folded, from 1. */
  private static final int[] FOLDS = folds();

  private SubjectKey() {}

  /** The key of a vehicle: misreads of other classes (0/O, 1/I, …) fall together. */
  public static long ofVehicle(@Nullable String country, String plate) {
    return ofVehicle(CountryCode.of(country), PlateCode.of(plate));
  }

  /**
   * The same.
   *
   * @param country a {@link CountryCode}
   * @param plate a {@link PlateCode}
   */
  public static long ofVehicle(int country, long plate) {
    if (plate < 0) {
      return together(country, PlateCode.of(VehicleKey.fold(PlateCode.text(plate))));
    }
    long key = country;
    long rest = plate;
    for (int i = 0; i < EXACT_LENGTH; i++) {
      key = key << BITS | FOLDS[(int) (rest % PlateCode.BASE)];
      rest /= PlateCode.BASE;
    }
    return rest == 0
        ? key
        : together(country, PlateCode.of(VehicleKey.fold(PlateCode.text(plate))));
  }

  /** The key of vehicles together, in the order of their keys; negative, so never a vehicle's. */
  public static long together(long... sorted) {
    long hash = 0x9e3779b97f4a7c15L;
    for (long key : sorted) {
      hash = mix(hash ^ mix(key));
    }
    return hash | Long.MIN_VALUE;
  }

  /**
   * The key under which the life of a watch entry is kept that names no whole plate: no subject's.
   */
  public static long ofEntry(String entryId) {
    UUID digest = UUID.nameUUIDFromBytes(entryId.getBytes(StandardCharsets.UTF_8));
    return together(digest.getMostSignificantBits(), digest.getLeastSignificantBits());
  }

  private static int[] folds() {
    int[] folds = new int[PlateCode.BASE];
    for (int digit = 1; digit < PlateCode.BASE; digit++) {
      folds[digit] = FOLDED.indexOf(VehicleKey.fold(PlateCode.text(digit))) + 1;
    }
    return folds;
  }

  private static long mix(long x) {
    long z = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
