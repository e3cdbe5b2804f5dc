package eu.passage.cep.facts;

import eu.passage.schemas.plates.PlateText;
import eu.passage.schemas.plates.VehicleKey;
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

  private SubjectKey() {}

  /** The key of a vehicle: misreads of other classes (0/O, 1/I, …) fall together. */
  public static long ofVehicle(@Nullable String country, String plate) {
    String folded = VehicleKey.fold(plate);
    int length = Math.min(folded.length(), PlateText.MAX_LENGTH);
    long code = CountryCode.of(country);
    if (length > EXACT_LENGTH) {
      return together(code, PlateCode.of(folded));
    }
    for (int i = 0; i < EXACT_LENGTH; i++) {
      int place = i < length ? FOLDED.indexOf(folded.charAt(i)) + 1 : 0;
      code = code << BITS | (i < length && place == 0 ? FOLDED.indexOf('X') + 1 : place);
    }
    return code;
  }

  /** The key of vehicles together, in the order of their keys; negative, so never a vehicle's. */
  public static long together(long... sorted) {
    long hash = 0x9e3779b97f4a7c15L;
    for (long key : sorted) {
      hash = mix(hash ^ mix(key));
    }
    return hash | Long.MIN_VALUE;
  }

  private static long mix(long x) {
    long z = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
