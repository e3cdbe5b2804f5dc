package eu.passage.cep.toll;

import eu.passage.avro.TollEvent;
import eu.passage.avro.TruckPassage;
import eu.passage.cep.trucks.TruckJoin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be said of the trucks at one charging point, out of all views that are known and what
 * was said before: only what is new. A view that comes late can make one truck of what were two, or
 * show that a truck's plate was its trailer's.
 */
public final class PointTrucks {

  private final TruckJoin join;
  private final String originator;

  public PointTrucks(TruckJoin join, String originator) {
    this.join = join;
    this.originator = originator;
  }

  /**
   * @param views of the point, in any order
   * @param said the drafts said before, by passage
   * @param until trucks whose first view is later may still get others (milliseconds since the
   *     epoch): nothing is said of them yet
   * @return drafts, and withdrawn ones before what takes their place
   */
  public List<TollEvent> news(
      Collection<TruckPassage> views, Map<String, TollEvent> said, long until) {
    List<TollEvent> drafts = new ArrayList<>();
    Map<String, TollEvent> gone = new HashMap<>(said);
    List<TollEvent> news = new ArrayList<>();
    for (List<TruckPassage> truck : join.trucks(List.copyOf(views))) {
      String passage = truck.get(0).getPassageId();
      if (truck.get(0).getAt().toEpochMilli() > until) {
        continue;
      }
      TollEvent draft = TollDraft.of(truck, originator);
      TollEvent before = gone.get(passage);
      if (before == null || !isSameVehicle(before, draft)) {
        drafts.add(draft);
      } else {
        gone.remove(passage);
        if (!before.equals(draft)) {
          drafts.add(draft);
        }
      }
    }
    gone.values().stream()
        .sorted(java.util.Comparator.comparing(TollEvent::getPassageId))
        .map(TollDraft::withdrawn)
        .forEach(news::add);
    news.addAll(drafts);
    return news;
  }

  private static boolean isSameVehicle(TollEvent one, TollEvent other) {
    return TollDraft.vehicle(one).equals(TollDraft.vehicle(other));
  }
}
