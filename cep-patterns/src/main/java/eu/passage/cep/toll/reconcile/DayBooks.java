package eu.passage.cep.toll.reconcile;

import eu.passage.avro.TollEvent;
import eu.passage.avro.TruckPassage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that is known of a day. Copies may hold events of other days too, and should: a
 * correction of the day may stand between events of another in its sequence. Only what concerns the
 * day is reported.
 *
 * @param day by the local time at the charging points
 * @param zone of that time
 * @param passages ids of the day's truck passages by charging point; empty where they are not at
 *     hand, and then nothing is said of them
 * @param copies of the toll events that are at hand
 */
public record DayBooks(
    LocalDate day,
    ZoneId zone,
    Optional<Map<String, Set<String>>> passages,
    Map<Copy, List<TollEvent>> copies) {

  public DayBooks {
    passages = passages.map(TreeMap::new);
    if (copies.isEmpty()) {
      throw new IllegalArgumentException("no copy of the toll events is at hand");
    }
    copies = Collections.unmodifiableMap(new EnumMap<>(copies));
  }

  /** Ids by charging point of the passages that fall on a day. */
  public static Map<String, Set<String>> passages(
      Collection<TruckPassage> passages, LocalDate day, ZoneId zone) {
    Map<String, Set<String>> ids = new TreeMap<>();
    for (TruckPassage passage : passages) {
      if (passage.getAt().atZone(zone).toLocalDate().equals(day)) {
        ids.computeIfAbsent(passage.getChargingPoint(), point -> new HashSet<>())
            .add(passage.getPassageId());
      }
    }
    return ids;
  }

  /** Whether the truck passed on the day. */
  boolean isOfDay(TollEvent event) {
    return event.getAt().atZone(zone).toLocalDate().equals(day);
  }
}
