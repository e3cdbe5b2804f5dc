package eu.passage.cep.flink;

import eu.passage.avro.WatchListMaking;
import eu.passage.cep.watch.ListAges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;

/** The newest making of each list, the same in every subtask, until none of its rows matches. */
final class KnownMakings {

  private final BroadcastState<String, WatchListMaking> state;
  private final ListAges ages = new ListAges();

  KnownMakings(BroadcastState<String, WatchListMaking> state) throws Exception {
    this.state = state;
    for (Map.Entry<String, WatchListMaking> known : state.immutableEntries()) {
      ages.put(known.getValue());
    }
  }

  /**
   * A making. It comes once for each key group.
   *
   * @param now event time, milliseconds since the epoch
   */
  void onMaking(WatchListMaking making, long now) throws Exception {
    WatchListMaking known = state.get(making.getList());
    if (known == null || known.getMaking() < making.getMaking()) {
      forgetOver(now);
      state.put(making.getList(), making);
      ages.put(making);
    }
  }

  private void forgetOver(long now) throws Exception {
    List<String> over = new ArrayList<>();
    for (Map.Entry<String, WatchListMaking> known : state.immutableEntries()) {
      if (known.getValue().getExpiresAt().toEpochMilli() <= now) {
        over.add(known.getKey());
      }
    }
    for (String list : over) {
      state.remove(list);
      ages.remove(list);
    }
  }

  /** How old the lists are. */
  ListAges ages() {
    return ages;
  }
}
