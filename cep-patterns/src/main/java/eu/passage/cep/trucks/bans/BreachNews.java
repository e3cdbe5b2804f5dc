package eu.passage.cep.trucks.bans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which breaches of a vehicle are to be told now. A passage is told of once by each ban: what comes
 * late may complete a breach, but never tells one again with other passages.
 */
public final class BreachNews {

  private final Bans bans;
  private final ControlSettings settings;

  public BreachNews(Bans bans, ControlSettings settings) {
    this.bans = bans;
    this.settings = settings;
  }

  /**
   * What is to be told now.
   *
   * @param passages all that are known of the vehicle, in any order
   * @param told the {@link #key} of every passage that was told of
   * @param now how far event time is
   * @return oldest first
   */
  public List<Breach> news(Collection<Sighting> passages, Set<String> told, Instant now) {
    Set<String> known = new HashSet<>(told);
    List<Breach> news = new ArrayList<>();
    for (Breach breach : bans.breaches(passages)) {
      boolean settled = !breach.last().at().plus(settings.settle()).isAfter(now);
      if (settled && settings.isSure(breach) && keys(breach).stream().noneMatch(known::contains)) {
        known.addAll(keys(breach));
        news.add(breach);
      }
    }
    return news;
  }

  private static List<String> keys(Breach breach) {
    return breach.passages().stream().map(passage -> key(breach.ban(), passage)).toList();
  }

  /** By what it is known that a ban's breach was told of a passage. */
  public static String key(Ban ban, Sighting passage) {
    return ban.id() + "/" + passage.passageId();
  }
}
