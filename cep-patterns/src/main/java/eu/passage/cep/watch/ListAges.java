package eu.passage.cep.watch;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchListMaking;
import java.util.HashMap;
import java.util.Map;

/**
 * How old lists are. A row that did not change is not written again when its list is made anew: the
 * newest making confirms it, so the list's age is the row's.
 */
public final class ListAges {

  private final Map<String, ListAge> byList = new HashMap<>();

  /** The newest making of a list. */
  public void put(WatchListMaking making) {
    byList.put(making.getList(), ListAge.of(making));
  }

  /** A list that nobody needs to know of any more. */
  public void remove(String list) {
    byList.remove(list);
  }

  /** The age of an entry; a row that is newer than all that is known of its list has its own. */
  public ListAge of(WatchEntry entry) {
    ListAge list = byList.get(entry.getList());
    if (list == null || list.madeAt().isBefore(entry.getMadeAt())) {
      return ListAge.of(entry);
    }
    return list;
  }
}
