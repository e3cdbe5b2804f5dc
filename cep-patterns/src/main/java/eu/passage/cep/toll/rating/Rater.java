package eu.passage.cep.toll.rating;

import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.tariff.TariffTable;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the passages of a vehicle owe: a pure function, so that neither the order of arrival nor how
 * often it is asked can matter.
 *
 * <p>By ways: the charge belongs to the passage at the exit. Its entry is the nearest earlier
 * passage at a point from which a way leads to this exit in the time allowed; where an exit before
 * it has that same entry, it owes nothing, so that each entry is used at most once and each
 * kilometre paid once. A passage at an entry has no charge of its own, unless it is also the exit
 * of a way before. Passages in between at other points are part of the way: they change nothing.
 *
 * <p>Caps are given out in order of time, at the same time in order of passage ids.
 */
public final class Rater {

  private static final Comparator<Ride> BY_TIME =
      Comparator.comparing(Ride::at).thenComparing(Ride::passageId);

  private final RateCards cards;

  public Rater(TariffTable tariffs) {
    cards = new RateCards(tariffs);
  }

  /**
   * What each passage owes. An answer holds for passages whose past of {@link #horizon} is among
   * those given.
   *
   * @param rides of one vehicle, each once, in any order
   * @param registry what the vehicle registry says of the vehicle
   * @return by passage, in order of time
   */
  public Map<String, Rated> rate(List<Ride> rides, RegistryAnswer registry) {
    Knowledge knowledge = Knowledge.of(registry);
    return rate(rides, ride -> knowledge);
  }

  /**
   * The same where something else may be known for each passage: what a person said of one, or what
   * the vehicle registry said then, as in stored events.
   */
  public Map<String, Rated> rate(List<Ride> rides, Function<? super Ride, Knowledge> known) {
    List<Ride> ordered = rides.stream().sorted(BY_TIME).toList();
    Entries entries = new Entries(ordered);
    Caps caps = new Caps();
    Map<String, Rated> rated = new LinkedHashMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      Ride ride = ordered.get(i);
      rated.put(ride.passageId(), rate(ride, i, entries, caps, known.apply(ride)));
    }
    return rated;
  }

  private Rated rate(Ride ride, int index, Entries entries, Caps caps, Knowledge knowledge) {
    return cards
        .at(ride)
        .map(card -> card.rate(ride, entries.of(index, card), caps, knowledge))
        .orElseGet(() -> Rated.nothing(ride));
  }

  /**
   * How much of a vehicle's past can change what a passage owes: the day of a cap, and the longest
   * way. As long after it an added passage can change what others owe.
   */
  public Duration horizon() {
    return cards.horizon();
  }
}
