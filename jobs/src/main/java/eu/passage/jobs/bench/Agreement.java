package eu.passage.jobs.bench;

import eu.passage.recognition.bench.Contender.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far two contenders found the same in the same frames.
 *
 * @param vehicles that this one found
 * @param plates whose text it read
 * @param vehicleShare of vehicles that both found, frame by frame, among those of whoever found
 *     more
 * @param plateShare the same for texts that both read alike
 */
record Agreement(int vehicles, int plates, double vehicleShare, double plateShare) {

  /**
   * Ours looks twice for small plates and decodes with syntax in mind; so much may be due to that.
   */
  private static final double LEAST_PLATES = 0.75;

  private static final double LEAST_VEHICLES = 0.9;

  static Agreement of(List<Found> found, List<Found> ours) {
    int vehicles = 0;
    int plates = 0;
    int mostVehicles = 0;
    int mostPlates = 0;
    int sameVehicles = 0;
    int samePlates = 0;
    for (int i = 0; i < found.size(); i++) {
      Found one = found.get(i);
      Found other = ours.get(i);
      vehicles += one.vehicles();
      plates += one.texts().size();
      sameVehicles += Math.min(one.vehicles(), other.vehicles());
      mostVehicles += Math.max(one.vehicles(), other.vehicles());
      samePlates += inBoth(one.texts(), other.texts());
      mostPlates += Math.max(one.texts().size(), other.texts().size());
    }
    return new Agreement(
        vehicles, plates, share(sameVehicles, mostVehicles), share(samePlates, mostPlates));
  }

  /** What speaks against comparing the times of the two; empty when they did the same work. */
  Optional<String> objection() {
    if (vehicleShare >= LEAST_VEHICLES && plateShare >= LEAST_PLATES) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "found other things than ours: %.0f %% of the vehicles and %.0f %% of the plates' texts"
                + " are the same, not %.0f and %.0f %% or more",
            100 * vehicleShare,
            100 * plateShare,
            100 * LEAST_VEHICLES,
            100 * LEAST_PLATES));
  }

  private static int inBoth(List<String> some, List<String> others) {
    List<String> left = new ArrayList<>(others);
    return (int) some.stream().filter(left::remove).count();
  }

  private static double share(int same, int most) {
    return most == 0 ? 1 : (double) same / most;
  }
}
