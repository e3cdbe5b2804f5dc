package eu.passage.jobs.bench.watch;

import eu.passage.avro.WatchEntry;

/**
 * The beginning of a list.
 *
 * @param size how many of its first entries
 */
record FirstOf(EntryList list, int size) implements EntryList {

  FirstOf {
    if (size > list.size()) {
      throw new IllegalArgumentException("there are only " + list.size() + " entries");
    }
  }

  @Override
  public WatchEntry entry(int place) {
    return list.entry(place);
  }
}
