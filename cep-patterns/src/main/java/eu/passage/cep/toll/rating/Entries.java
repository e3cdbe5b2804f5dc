package eu.passage.cep.toll.rating;

import eu.passage.cep.toll.tariff.Way;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which passage at an entry belongs to one at an exit. */
final class Entries {

  private final List<Ride> ordered;
  private final boolean[] used;

  /**
   * @param ordered by time
   */
  Entries(List<Ride> ordered) {
    this.ordered = ordered;
    this.used = new boolean[ordered.size()];
  }

  /**
   * The entry of a passage, which is used from now on; empty where it is not at an exit, or where
   * an exit before has the same entry. To be asked in order of time.
   *
   * @param index of the passage
   */
  Optional<Ride> of(int index, RateCard card) {
    Ride exit = ordered.get(index);
    Map<String, Way> ways = card.waysTo(exit.chargingPoint());
    if (ways.isEmpty()) {
      return Optional.empty();
    }
    for (int i = index - 1; i >= 0; i--) {
      Ride before = ordered.get(i);
      Duration time = Duration.between(before.at(), exit.at());
      if (time.compareTo(card.longestWay()) > 0) {
        break;
      }
      Way way = ways.get(before.chargingPoint());
      if (way != null && !time.isZero() && time.compareTo(way.within()) <= 0) {
        boolean free = !used[i];
        used[i] = true;
        return free ? Optional.of(before) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
