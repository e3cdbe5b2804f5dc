package eu.passage.recognition.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by country, ride, source and the like. */
final class Groups {

  private final Map<String, Counts> counts = new TreeMap<>();

  void add(String name, boolean hit) {
    counts.merge(name, Counts.NONE.plus(hit), Counts::plus);
  }

  /** The counts of one group, none where nothing was added to it. */
  Counts of(String name) {
    return counts.getOrDefault(name, Counts.NONE);
  }

  /** All groups together. */
  Counts all() {
    return counts.values().stream().reduce(Counts.NONE, Counts::plus);
  }

  /** How many groups were hit in more than half of their cases, as with plates seen repeatedly. */
  Counts mostly() {
    int hit = (int) counts.values().stream().filter(c -> 2 * c.hits() > c.of()).count();
    return new Counts(hit, counts.size());
  }

  /** One line for each group, the largest first. */
  List<Detail> details(String heading) {
    List<Detail> lines = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().of()))
        .forEach(e -> lines.add(Detail.of(heading, e.getKey(), e.getValue())));
    return lines;
  }
}
