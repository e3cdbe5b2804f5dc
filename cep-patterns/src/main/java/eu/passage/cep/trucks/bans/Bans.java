package eu.passage.cep.trucks.bans;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every ban there is or was, and what breaks them. */
public final class Bans implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Comparator<Breach> BY_TIME =
      Comparator.comparing(Breach::last, Sighting.BY_TIME)
          .thenComparing(breach -> breach.ban().id());

  private final List<Ban> all;
  private final Set<String> points = new HashSet<>();

  /**
   * @throws IllegalArgumentException when two versions of a ban hold on one day
   */
  public Bans(List<Ban> bans) {
    all = List.copyOf(bans);
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (all.get(i).overlaps(all.get(j))) {
          throw new IllegalArgumentException(
              "versions %s and %s of ban %s hold on the same days; end the earlier where the later begins"
                  .formatted(all.get(j).version(), all.get(i).version(), all.get(i).id()));
        }
      }
    }
    all.forEach(ban -> points.addAll(ban.restriction().points()));
  }

  public List<Ban> all() {
    return all;
  }

  /** Whether any ban looks at a charging point. */
  public boolean concern(String point) {
    return points.contains(point);
  }

  /** The longest time that a breach takes. */
  public Duration longest() {
    return all.stream()
        .map(ban -> ban.restriction().span())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /**
   * Every breach among the passages of one vehicle, whatever their order, oldest first. The version
   * of a ban holds that is in force at the last passage of a breach.
   */
  public List<Breach> breaches(Collection<Sighting> passages) {
    List<Sighting> inOrder = passages.stream().sorted(Sighting.BY_TIME).toList();
    List<Breach> breaches = new ArrayList<>();
    for (Ban ban : all) {
      Set<String> its = ban.restriction().points();
      List<Sighting> there = inOrder.stream().filter(one -> its.contains(one.point())).toList();
      ban.restriction().breaches(there).stream()
          .map(found -> new Breach(ban, found))
          .filter(breach -> ban.holdsFor(breach.last()))
          .forEach(breaches::add);
    }
    breaches.sort(BY_TIME);
    return breaches;
  }
}
